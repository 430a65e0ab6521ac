package lib

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type Store struct{ Client *s3.Client }

func (s *Store) Get(ctx context.Context) error {
	_, err := s.Client.GetObject(ctx, nil)
	return wrap(err)
}

func wrap(err error) error { return fmt.Errorf("store: %w", err) }

func Wrap(err error) error { return wrap(err) }

func Retry(f func() error) error { return f() }
