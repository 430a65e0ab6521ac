// Package wrapper has methods that return errors of AWS, for package wrapped.
package wrapper

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// A Store keeps objects.
type Store struct{ client *s3.Client }

// Save returns the error of an operation.
func (s *Store) Save(ctx context.Context) error {
	_, err := s.client.PutObject(ctx, nil)
	return err
}

// Check has nothing to do with AWS.
func (s *Store) Check(ctx context.Context) error { return ctx.Err() }
