package deferred

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// A deferred call whose error is joined could still fail in part.
func clean(ctx context.Context, c *s3.Client) (err error) {
	defer c.DeleteObjects(ctx, nil)
	return nil
}
