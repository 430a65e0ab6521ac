package lambdatest

import (
	"encoding/json"
	"fmt"
	"time"
)

// Running is the exit code of a process that did not exit by itself.
const Running = -1

// Invocation is the result of one event.
type Invocation struct {
	Event       []byte         // as sent
	Responded   bool           // the function posted a response
	Response    []byte         // its body
	ContentType string         // its type, as the function told Lambda
	Truncated   bool           // its body ended early, with the process
	StreamError *FunctionError // in the trailers of the response: reading the body failed after it had begun
	Error       *FunctionError // posted instead of a response
	ExitCode    int            // Running if the process went on to wait for the next event, or hung
	TimedOut    bool           // neither an exit nor a request for the next event came in time
	Log         string         // standard output and standard error of the process

	timeout time.Duration
}

// FunctionError is the error of an invocation, as Lambda passes it to the invoker.
type FunctionError struct {
	Message    string  `json:"errorMessage"`
	Type       string  `json:"errorType"`
	StackTrace []Frame `json:"stackTrace"`
	Payload    string  `json:"-"` // all of it, as posted
}

// Frame is an entry of the stack trace of a panic.
type Frame struct {
	Path  string `json:"path"`
	Line  int    `json:"line"`
	Label string `json:"label"`
}

// Failure returns the error that a synchronous invoker gets, or nil if it gets the response. If the process posted
// nothing, the error is one of Lambda itself.
func (inv *Invocation) Failure() *FunctionError {
	switch {
	case inv.Error != nil:
		return inv.Error
	case inv.StreamError != nil:
		return inv.StreamError
	case inv.TimedOut:
		return lambdaError("Sandbox.Timedout", fmt.Sprintf("RequestId: %s Error: Task timed out after %.2f seconds",
			requestID, inv.timeout.Seconds()))
	case inv.Responded && !inv.Truncated:
		return nil
	default:
		return lambdaError("Runtime.ExitError", fmt.Sprintf("RequestId: %s Error: Runtime exited with error: exit status %d",
			requestID, inv.ExitCode))
	}
}

// lambdaError returns an error of Lambda itself.
func lambdaError(typ, message string) *FunctionError {
	payload, _ := json.Marshal(struct {
		Type    string `json:"errorType"`
		Message string `json:"errorMessage"`
	}{typ, message})
	return &FunctionError{Type: typ, Message: message, Payload: string(payload)}
}
