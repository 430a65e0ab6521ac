// Package wraps wraps errors with github.com/pkg/errors.
package wraps

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/pkg/errors"
)

func puts(ctx context.Context, c *s3.Client) error {
	_, err := c.PutObject(ctx, nil)
	return errors.Wrap(err, "put")
}

func deletes(ctx context.Context, c *s3.Client) error {
	c.DeleteObject(ctx, nil) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}
