// Package nobody matches errors of HEAD requests, whose responses have no body: the SDK makes the code of
// the status, and there is no message.
package nobody

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func missing(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return err != nil && strings.Contains(err.Error(), "api error NotFound: Not Found") // want `match \*types.NotFound$`
}

func refused(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	if err == nil {
		return false
	}
	return strings.Contains(err.Error(), "AccessDenied") || strings.Contains(err.Error(), "Forbidden") // want `code "Forbidden"` `code "Forbidden"`
}

func malformed(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) error {
	_, err := c.HeadBucket(ctx, in)
	if err != nil && strings.Contains(err.Error(), "BadRequest") { // want `match smithy.APIError with code "BadRequest"`
		return nil
	}
	return err
}

// With a body, the service says what is wrong.
func withBody(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return err != nil && (strings.Contains(err.Error(), "Forbidden") || strings.Contains(err.Error(), "BadRequest"))
}
