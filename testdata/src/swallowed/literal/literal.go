// Package literal compares errors in function literals, within statements of other functions and outside of all.
package literal

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func returned(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) func() error {
	return func() error {
		_, err := c.PutObject(ctx, in)
		_ = err != nil // want `^the error of s3.PutObject is swallowed; return or log it$`
		return nil
	}
}

func inCondition(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) int {
	if func() error {
		_, err := c.PutObject(ctx, in)
		switch {
		case err != nil: // want `^the error of s3.PutObject is swallowed; return or log it$`
		}
		return nil
	}() == nil {
		return 1
	}
	return 0
}

var put = func(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.PutObject(ctx, in)
	for err != nil { // want `^the error of s3.PutObject is swallowed; return or log it$`
		break
	}
	return nil
}
