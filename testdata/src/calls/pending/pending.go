// Package pending calls operations while the function holds other errors.
package pending

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func work() error { return errors.New("work") }

var errFailed = errors.New("failed")

func knownNil(ctx context.Context, c *s3.Client) error {
	err := work()
	if err != nil {
		return err
	}
	_, putErr := c.PutObject(ctx, nil) // want `^s3.PutObject$`
	return errors.Join(err, putErr)
}

func readLater(ctx context.Context, c *s3.Client) error {
	err := work()
	_, putErr := c.PutObject(ctx, nil) // want `^s3.PutObject pending$`
	return errors.Join(err, putErr)
}

func readBefore(ctx context.Context, c *s3.Client) error {
	err := work()
	fmt.Println(err)
	_, err = c.PutObject(ctx, nil) // want `^s3.PutObject$`
	return err
}

func cleansUp(ctx context.Context, c *s3.Client) error {
	if err := work(); err != nil {
		c.DeleteObject(ctx, nil) // want `^s3.DeleteObject lost pending$`
		return err
	}
	return nil
}

func returnsVariable(ctx context.Context, c *s3.Client) error {
	c.DeleteObject(ctx, nil) // want `^s3.DeleteObject lost pending$`
	return errFailed
}

func returnsFormatted(ctx context.Context, c *s3.Client, n int) error {
	c.DeleteObject(ctx, nil) // want `^s3.DeleteObject lost pending$`
	return fmt.Errorf("failed %d times", n)
}

func returnsNil(ctx context.Context, c *s3.Client) error {
	c.DeleteObject(ctx, nil) // want `^s3.DeleteObject lost$`
	return nil
}

func inLoop(ctx context.Context, c *s3.Client) (last error) {
	for range 3 {
		if _, err := c.PutObject(ctx, nil); err != nil { // want `^s3.PutObject pending$`
			last = err
		}
	}
	return last
}

func deferred(ctx context.Context, c *s3.Client) (err error) {
	defer func() {
		c.DeleteObject(ctx, nil) // want `^s3.DeleteObject lost pending$`
		fmt.Println(err)
	}()
	return work()
}

func deferredCheck(ctx context.Context, c *s3.Client) (err error) {
	defer func() {
		if err == nil {
			_, err = c.PutObject(ctx, nil) // want `^s3.PutObject$`
		}
	}()
	return work()
}

func captured(ctx context.Context, c *s3.Client) error {
	var err error
	defer func() { fmt.Println(err) }()
	_, err = c.PutObject(ctx, nil) // want `^s3.PutObject$`
	if err != nil {
		return err
	}
	err = work()
	c.DeleteObject(ctx, nil) // want `^s3.DeleteObject lost pending$`
	return nil
}
