package right

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
)

// An Error is what a Lambda function behind a REST API without proxy integration returns.
// API Gateway compares its text with the selection patterns of the integration responses,
// such as
//
//	.*"type"\s*:\s*"ClientException".*
//
// and a mapping template makes the text the body of the answer. It must not be wrapped.
type Error struct {
	IsError bool   `json:"isError"`
	Type    string `json:"type"`
	Message string `json:"message"`

	cause error
}

func (e *Error) Error() string {
	text, _ := json.Marshal(e) // a bool and two strings always encode
	return string(text)
}

func (e *Error) Unwrap() error { return e.cause }

// ClientError returns an error that the caller can do something about.
func ClientError(message string) *Error {
	return &Error{IsError: true, Type: "ClientException", Message: message}
}

// lambdaError returns err in the form that callers understand. It tells them no more than
// they may know: the text of an AWS error names tables, roles and accounts.
func lambdaError(err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	e := &Error{IsError: true, Type: "ServerException", Message: "internal error", cause: err}
	if status := Status(err); status < http.StatusInternalServerError {
		e.Type, e.Message = "ClientException", http.StatusText(status)
	}
	return e
}

// Handler returns the handler of a function whose work core does. Every error of core
// becomes an Error, and is logged with all that is known about it. So does a panic, for
// whose text no pattern of API Gateway is made.
func Handler[In, Out any](core func(context.Context, In) (Out, error)) func(context.Context, In) (Out, error) {
	//awserrlint:handler nonproxy
	return func(ctx context.Context, in In) (out Out, err error) {
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
			if err != nil {
				slog.LogAttrs(ctx, slog.LevelError, "request failed", Attrs(err)...)
				err = lambdaError(err)
			}
		}()
		return core(ctx, in)
	}
}
