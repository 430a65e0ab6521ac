package alternatives

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Alternatives of another file are fixed there.
func found(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return err == nil || !strings.Contains(err.Error(), "NotFound") && !strings.Contains(err.Error(), "NoSuchKey") // want `match \*types.NotFound` `match \*types.NotFound`
}

func put(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) bool {
	_, err := c.PutObject(ctx, in)
	return err != nil && (strings.Contains(err.Error(), "SlowDown") || strings.Contains(err.Error(), "RequestTimeout")) // want `code "SlowDown"` `code "RequestTimeout"`
}
