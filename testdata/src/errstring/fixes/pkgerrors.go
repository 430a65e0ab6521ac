package fixes

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/pkg/errors"
)

// Package errors of another project has As, too, and no AsType.
func open(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if err != nil && strings.Contains(err.Error(), "NoSuchKey") { // want `match \*types.NoSuchKey`
		return errors.New("no such object")
	}
	return errors.Wrap(err, "cannot open")
}

func exists(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return err == nil || !strings.Contains(err.Error(), "AccessDenied") // want `match smithy.APIError with code "AccessDenied"`
}
