// Package example shows what the rule reports.
package example

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func exists(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (bool, error) {
	_, err := c.HeadObject(ctx, in)
	if _, ok := err.(*types.NotFound); ok { // want `^the error of s3.HeadObject wraps \*types.NotFound, so this assertion is always false; use errors.As$`
		return false, nil
	}
	return err == nil, err
}

func get(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (string, error) {
	_, err := c.GetObject(ctx, in)
	switch e := err.(type) { // want `^the error of s3.GetObject wraps \*types.NoSuchKey, so this type switch never finds it; use errors.As$`
	case nil:
		return "there", nil
	case *types.NoSuchKey:
		return "gone: " + e.ErrorMessage(), nil
	case smithy.APIError:
		return e.ErrorCode(), nil
	default:
		return "", fmt.Errorf("get: %w", e)
	}
}

func busy(ctx context.Context, c *s3.Client, in *s3.CreateBucketInput) bool {
	_, err := c.CreateBucket(ctx, in)
	return errors.Is(err, &types.BucketAlreadyExists{}) // want `^errors.Is of the error of s3.CreateBucket with a new \*types.BucketAlreadyExists is always false; use errors.As$`
}
