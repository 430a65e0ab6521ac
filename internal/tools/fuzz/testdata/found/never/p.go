package never

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// errors.As would find no more than these: GetObject sends NoSuchBucket without a type of its own.
func assertion(ctx context.Context, c *s3.Client) bool {
	_, err := c.GetObject(ctx, nil)
	_, ok := err.(*types.NoSuchBucket)
	return ok
}

func identity(ctx context.Context, c *s3.Client) bool {
	_, err := c.GetObject(ctx, nil)
	return errors.Is(err, &types.NoSuchBucket{})
}

func clauses(ctx context.Context, c *s3.Client) int {
	_, err := c.GetObject(ctx, nil)
	switch err.(type) {
	case *types.NoSuchKey:
		return 1
	case *types.NoSuchBucket:
		return 2
	}
	return 0
}
