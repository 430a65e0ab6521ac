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

// Client has methods with a receiver that other packages make.
type Client[T any] struct{ C *s3.Client }

func (c Client[T]) Head(ctx context.Context) (T, error) {
	var none T
	_, err := c.C.HeadObject(ctx, nil)
	return none, err
}

func Try[T any](f func() (T, error)) (T, error) { return f() }

func First(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func Fails(ctx context.Context, c *s3.Client) (failed error, n int) {
	_, err := c.PutObject(ctx, nil)
	return err, 1
}

func Text(ctx context.Context, c *s3.Client) error {
	_, err := c.PutObject(ctx, nil)
	return fmt.Errorf("cut: %v", err)
}

func Again(ctx context.Context, s *Store, n int) error {
	if n == 0 {
		return s.Get(ctx)
	}
	return Again(ctx, s, n-1)
}
