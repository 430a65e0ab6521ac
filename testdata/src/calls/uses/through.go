package uses

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"

	"example.com/fixtures/calls/lib"
)

func throughInterface(ctx context.Context, s lib.Store) {
	s.Save(ctx) // want `^Store.Save, that of s3.PutObject or another error, may log lost$`
	s.Check(ctx)
}

func throughFunction(ctx context.Context, c *s3.Client) {
	lib.Retry(3, func() error { // want `^lib.Retry, that of s3.DeleteObject, may log lost$`
		_, err := c.DeleteObject(ctx, nil) // want `^s3.DeleteObject$`
		return err
	})
	lib.Retry(3, func() error { return errors.New("no error of AWS") })
}

func throughGroup(ctx context.Context, c *s3.Client) {
	var g errgroup.Group
	g.Go(func() error {
		_, err := c.DeleteObject(ctx, nil) // want `^s3.DeleteObject$`
		return err
	})
	g.Wait() // want `^Group.Wait, that of s3.DeleteObject, may log lost$`

	var other errgroup.Group
	other.Go(func() error { return errors.New("no error of AWS") })
	other.Wait()
}

func value[T any](v T, _ error) T { return v }

func first[T any](v T, err error) (T, bool) { return v, err == nil }

func throughBlank(ctx context.Context, c *s3.Client) {
	_ = value(c.GetObject(ctx, nil))    // want `^s3.GetObject lost$`
	_, _ = first(c.GetObject(ctx, nil)) // want `^s3.GetObject$`
}
