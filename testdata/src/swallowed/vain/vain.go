// Package vain makes errors and does nothing with them.
package vain

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/pkg/errors"
)

func formatted(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.PutObject(ctx, in)
	if err != nil { // want `^the error of s3.PutObject is swallowed; return or log it$`
		fmt.Errorf("put %s: %w", *in.Key, err)
	}
	return nil
}

func wrapped(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) (*string, error) {
	out, err := c.PutObject(ctx, in)
	if err != nil { // want `^the error of s3.PutObject is swallowed; return or log it$`
		errors.Wrapf(err, "put %s", *in.Key)
	}
	return out.ETag, nil
}

func eachItem(ctx context.Context, c *s3.Client, ins []*s3.PutObjectInput) error {
	for _, in := range ins {
		_, err := c.PutObject(ctx, in)
		if err != nil { // want `^the error of s3.PutObject is swallowed; return or log it$`
			errors.Wrap(err, "put")
		}
	}
	return nil
}

func thenNil(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	if _, err := c.PutObject(ctx, in); err != nil { // want `^the error of s3.PutObject is swallowed; return or log it$`
		_ = fmt.Errorf("put: %w", err)
		return nil
	}
	return nil
}

func logged(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	if _, err := c.PutObject(ctx, in); err != nil {
		log.Print(errors.Wrap(err, "put"))
	}
	return nil
}

func counted(ctx context.Context, c *s3.Client, ins []*s3.PutObjectInput) (failed int) {
	for _, in := range ins {
		if _, err := c.PutObject(ctx, in); err != nil {
			errors.Wrap(err, "put")
			failed++
		}
	}
	return failed
}

func inArray(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	var errs [2]error
	if _, err := c.PutObject(ctx, in); err != nil {
		fmt.Errorf("put: %w", err)
		errs[0] = err
	}
	return errs[0]
}
