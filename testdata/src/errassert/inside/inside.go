// Package inside takes errors of the SDK apart by hand.
package inside

import (
	"context"
	"errors"
	"fmt"
	"net"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func code(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	var apiErr smithy.APIError
	if opErr, ok := err.(*smithy.OperationError); ok {
		apiErr, _ = opErr.Err.(smithy.APIError) // want `^what a \*smithy.OperationError holds wraps smithy.APIError, so this assertion is always false; use errors.As$`
	}
	if apiErr == nil {
		return ""
	}
	return apiErr.ErrorCode()
}

func IsMissing(err error) bool {
	var opErr *smithy.OperationError
	if !errors.As(err, &opErr) {
		return false
	}
	if _, ok := opErr.Unwrap().(*types.NotFound); ok { // want `^what a \*smithy.OperationError holds wraps \*types.NotFound, so this assertion is always false; use errors.As$`
		return true
	}
	switch opErr.Err.(type) { // want `^what a \*smithy.OperationError holds wraps \*types.NoSuchKey, so this type switch never finds it; use errors.As$`
	case *types.NoSuchKey:
		return true
	}
	return false
}

// coded is what the program knows of errors with a code.
type coded interface {
	error
	ErrorCode() string
}

func byMethod(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	if e, ok := err.(interface{ ErrorCode() string }); ok { // want `^the error of s3.HeadObject has ErrorCode only in what it wraps, so this assertion is always false; use errors.As$`
		return e.ErrorCode() == "NotFound"
	}
	if e, ok := err.(coded); ok && e.ErrorCode() == "Forbidden" { // want `^the error of s3.HeadObject has ErrorCode only in what it wraps, so this assertion is always false; use errors.As$`
		return true
	}
	e, ok := err.(interface{ HTTPStatusCode() int }) // want `^the error of s3.HeadObject has HTTPStatusCode only in what it wraps`
	return ok && e.HTTPStatusCode() == 404
}

// There is no fix where a case asks for an interface without Error.
func switched(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	_, err := c.HeadObject(ctx, in)
	switch e := err.(type) { // want `^the error of s3.HeadObject has ErrorCode only in what it wraps, so this type switch never finds it; use errors.As$`
	case interface{ ErrorCode() string }:
		return e.ErrorCode()
	case *types.NotFound:
		return "missing"
	}
	return ""
}

// Near misses.

// byHand goes down step by step, as far as the type is.
func byHand(err error) bool {
	opErr, ok := err.(*smithy.OperationError)
	if !ok {
		return false
	}
	responseErr, ok := opErr.Err.(*awshttp.ResponseError)
	if !ok || responseErr.HTTPStatusCode() != 404 {
		return false
	}
	_, ok = responseErr.Err.(*types.NoSuchKey)
	return ok
}

// What the request failed with before there was a response is held as it is.
func canceled(err error) bool {
	var opErr *smithy.OperationError
	if !errors.As(err, &opErr) {
		return false
	}
	_, ok := opErr.Err.(*smithy.CanceledError)
	return ok
}

// codeOf is for errors of the program's own, and of unknown ones.
func codeOf(err error) string {
	if e, ok := err.(interface{ ErrorCode() string }); ok {
		return e.ErrorCode()
	}
	return fmt.Sprint(err)
}

func OfBoth(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, dial func() error) string {
	err := dial()
	if err == nil {
		_, err = c.GetObject(ctx, in)
	}
	if e, ok := err.(coded); ok {
		return e.ErrorCode()
	}
	return codeOf(err)
}

// timeout asks for what the network says.
func timeout(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	netErr, ok := err.(net.Error)
	return ok && netErr.Timeout()
}
