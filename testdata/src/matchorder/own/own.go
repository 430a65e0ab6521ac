// Package own has an error of its own that is a smithy.APIError, which no service has returned.
package own

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

type requestError struct{ path string }

func (e *requestError) Error() string                 { return "request of " + e.path }
func (e *requestError) ErrorCode() string             { return "RequestError" }
func (e *requestError) ErrorMessage() string          { return e.path }
func (e *requestError) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

func code(err error) string {
	var opErr *smithy.OperationError
	if errors.As(err, &opErr) {
		return opErr.ServiceID
	}
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

func ofS3(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	var opErr *smithy.OperationError
	if errors.As(err, &opErr) {
		return opErr.ServiceID
	}
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) { // want `smithy\.APIError of s3\.GetObject is never found, since \*smithy\.OperationError is matched before it; swap the two`
		return apiErr.ErrorCode()
	}
	return ""
}

func key(err error) string {
	var opErr *smithy.OperationError
	if errors.As(err, &opErr) {
		return opErr.ServiceID
	}
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `\*types\.NoSuchKey is never found, since \*smithy\.OperationError is matched before it; swap the two`
		return "missing"
	}
	return ""
}
