// Package status has errors that tell more than a text, so that fixes make no others.
package status

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type statusError struct {
	status int
	text   string
	cause  error
}

func (e *statusError) Error() string { return fmt.Sprintf("%d: %s", e.status, e.text) }

func (e *statusError) Unwrap() error { return e.cause }

// internal returns an error of the server.
func internal(text string, err error) error { return &statusError{500, text, err} }

// withStatus returns an error of whoever is to blame.
func withStatus(status int, err error) error { return &statusError{status, err.Error(), err} }

type store struct{ client *s3.Client }

func (s store) rename(ctx context.Context, in *s3.CopyObjectInput, old *s3.DeleteObjectInput) error {
	if _, err := json.Marshal(in); err != nil {
		return internal("encode", err)
	}
	if _, err := s.client.CopyObject(ctx, in); err != nil {
		return internal("copy", err)
	}
	s.client.DeleteObject(ctx, old) // want `the error of s3.DeleteObject is discarded; return or log it`
	return nil
}

func (s store) move(ctx context.Context, in *s3.CopyObjectInput, old *s3.DeleteObjectInput) error {
	if _, err := s.client.CopyObject(ctx, in); err != nil {
		return withStatus(500, err)
	}
	s.client.DeleteObject(ctx, old) // want `the error of s3.DeleteObject is discarded; return or log it`
	return nil
}

func (s store) remove(ctx context.Context, in *s3.DeleteObjectInput) error {
	if in.Key == nil {
		return &statusError{status: 400, text: "no key"}
	}
	s.client.DeleteObject(ctx, in) // want `the error of s3.DeleteObject is discarded; return or log it`
	return nil
}

func (s store) mixed(ctx context.Context, in *s3.CopyObjectInput, old *s3.DeleteObjectInput) error {
	if in.Key == nil {
		return internal("no key", nil)
	}
	if _, err := s.client.CopyObject(ctx, in); err != nil {
		return err
	}
	s.client.DeleteObject(ctx, old) // want `the error of s3.DeleteObject is discarded; return or log it`
	return nil
}
