// Package store keeps objects in S3.
package store

import (
	"context"
	"errors"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type Store struct{ client *s3.Client }

func (s *Store) Delete(ctx context.Context, in *s3.DeleteObjectInput) error {
	_, err := s.client.DeleteObject(ctx, in)
	return err
}

// Status returns the status that AWS responded to the call that returned err, 500 for other errors.
func Status(err error) int {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return respErr.HTTPStatusCode()
	}
	return 500
}

// Describe returns the status, and the code for the client.
func Describe(err error) (status int, code string) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return respErr.HTTPStatusCode(), "upstream"
	}
	return 500, "internal"
}

// Known returns a status that is never 0.
func Known(err error) int {
	if status := Status(err); status >= 400 {
		return status
	}
	return 500
}
