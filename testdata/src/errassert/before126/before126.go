//go:build go1.21

// Package before126 holds files of an older version of Go.
package before126

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func header(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	if _, ok := err.(*types.NoSuchKey); ok { // want `wraps \*types.NoSuchKey`
		return ""
	} else if apiErr, ok := err.(smithy.APIError); ok && apiErr.ErrorCode() != "" { // want `wraps smithy.APIError`
		return apiErr.ErrorCode()
	}
	return "?"
}

func twice(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	if e, ok := err.(*types.NoSuchKey); ok { // want `wraps \*types.NoSuchKey`
		return e.ErrorMessage()
	}
	if e, ok := err.(smithy.APIError); !ok { // want `wraps smithy.APIError`
		return "?"
	} else {
		return e.ErrorCode()
	}
}

func statement(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	_, ok := err.(*types.NoSuchKey) // want `wraps \*types.NoSuchKey`
	return ok
}

func used(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	if _, ok := err.(*types.NoSuchKey); ok { // want `wraps \*types.NoSuchKey`
		return ok
	}
	return false
}

func oneCase(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	switch e := err.(type) { // want `wraps \*types.NoSuchKey`
	case *types.NoSuchKey:
		log.Print(e.ErrorMessage())
		return nil
	default:
		return fmt.Errorf("get: %w", e)
	}
}

func comparison(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return err != nil && !errors.Is(err, &types.NoSuchKey{}) // want `new \*types.NoSuchKey`
}
