package right

import (
	"context"
	"errors"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
)

// Sender reports whether the caller is to blame for err. A modelled error says so. For any other
// code the SDK does not know whose fault it is, and the status tells.
func Sender(err error) bool {
	apiErr, ok := errors.AsType[smithy.APIError](err)
	if !ok {
		return false // there was no answer
	}
	if fault := apiErr.ErrorFault(); fault != smithy.FaultUnknown {
		return fault == smithy.FaultClient
	}
	return Status(err) < http.StatusInternalServerError
}

// Header returns a header of the response that err is, "" where there was no response.
func Header(err error, name string) string {
	answer, ok := errors.AsType[*awshttp.ResponseError](err)
	if !ok || answer.Response == nil || answer.Response.Response == nil {
		return ""
	}
	return answer.Response.Header.Get(name)
}

// CountAttempts returns an option for a call that stores in n how often the request was sent. After
// a failure there is no output whose ResultMetadata could tell, so it looks while the call returns.
func CountAttempts(n *int) func(*middleware.Stack) error {
	return func(stack *middleware.Stack) error {
		return stack.Initialize.Add(middleware.InitializeMiddlewareFunc("CountAttempts",
			func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				out, metadata, err := next.HandleInitialize(ctx, in)
				if attempts, ok := retry.GetAttemptResults(metadata); ok {
					*n = len(attempts.Results)
				}
				return out, metadata, err
			}), middleware.Before)
	}
}

// Tags returns the tags of a metric that counts calls of SignOut by how they ended. A session that
// is over is no failure. Codes are few, so they may be tags; messages never are.
func Tags(err error) []string {
	if err == nil {
		return []string{"state:done"}
	}
	if errors.Is(err, ErrSignedOut) {
		return []string{"state:expired"}
	}
	tags := []string{"state:failed"}
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		return append(tags, "code:"+apiErr.ErrorCode())
	}
	return append(tags, "code:none") // there was no answer
}
