// Package store reads objects for other packages.
package store

import (
	"context"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type api interface {
	GetObject(ctx context.Context, in *s3.GetObjectInput, optFns ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

// A Store is a bucket.
type Store struct{ client api }

// New returns the store that client reads.
func New(client *s3.Client) *Store { return &Store{client} }

// Get returns an object. Reading its body fails with errors of the network only.
func (s *Store) Get(ctx context.Context, key string) ([]byte, error) {
	out, err := s.client.GetObject(ctx, &s3.GetObjectInput{Key: &key})
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", key, err)
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

// Decode returns an object as read makes it, which can fail in its own way.
func (s *Store) Decode(ctx context.Context, key string, read func(io.Reader) error) error {
	out, err := s.client.GetObject(ctx, &s3.GetObjectInput{Key: &key})
	if err != nil {
		return err
	}
	return read(out.Body)
}
