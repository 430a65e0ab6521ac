package fixes

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func gone(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) bool {
	_, err := c.HeadBucket(ctx, in)
	if err != nil {
		if strings.Contains(err.Error(), "NotFound") { // want `match \*types.NotFound`
			return true
		}
	}
	return false
}

func busy(ctx context.Context, c *s3.Client, in *s3.DeleteBucketInput) bool {
	_, err := c.DeleteBucket(ctx, in)
	if strings.Contains(err.Error(), "BucketNotEmpty") { // want `match smithy.APIError and its code "BucketNotEmpty"`
		return true
	}
	return false
}
