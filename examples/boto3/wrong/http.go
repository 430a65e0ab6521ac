package wrong

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/smithy-go"
)

func DeleteUser(client *iam.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.FormValue("name")
		if _, err := client.DeleteUser(r.Context(), &iam.DeleteUserInput{UserName: &name}); err != nil {
			slog.LogAttrs(r.Context(), slog.LevelError, "delete user", Attrs(err)...)
			http.Error(w, http.StatusText(Status(err)), Status(err))
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// e.response["ResponseMetadata"]["HTTPStatusCode"]
func Status(err error) int {
	if answer, ok := err.(*awshttp.ResponseError); ok && answer.HTTPStatusCode() >= http.StatusBadRequest {
		return answer.HTTPStatusCode()
	}
	return http.StatusInternalServerError
}

// log.error("...", extra=e.response["Error"])
func Attrs(err error) []slog.Attr {
	attrs := []slog.Attr{slog.String("error", err.Error()), slog.String("type", fmt.Sprintf("%T", cause(err)))}
	if op, ok := errors.AsType[*smithy.OperationError](err); ok {
		attrs = append(attrs, slog.String("operation", op.Service()+"."+op.Operation()))
	}
	if apiErr, ok := err.(smithy.APIError); ok {
		attrs = append(attrs, slog.String("code", apiErr.ErrorCode()), slog.String("message", apiErr.ErrorMessage()))
	}
	if answer, ok := err.(*awshttp.ResponseError); ok {
		attrs = append(attrs, slog.Int("status", answer.HTTPStatusCode()), slog.String("request_id", answer.ServiceRequestID()))
	}
	return attrs
}

// cause returns the innermost error of the chain.
func cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
