package fixes

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
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
	if strings.Contains(err.Error(), "BucketNotEmpty") { // want `match smithy.APIError with code "BucketNotEmpty"`
		return true
	}
	return false
}

// Services that answer in XML leave out the suffix.
func throttled(ctx context.Context, c *iam.Client, in *iam.ListUsersInput) bool {
	_, err := c.ListUsers(ctx, in)
	if strings.Contains(err.Error(), "ThrottlingException") { // want `match smithy.APIError with code "Throttling"$`
		return true
	}
	return false
}

// Services that answer in JSON mostly have it. Those that give credentials do not.
func expired(ctx context.Context, c *sfn.Client, in *sfn.ListActivitiesInput) bool {
	_, err := c.ListActivities(ctx, in)
	return strings.Contains(err.Error(), "ExpiredToken") // want `match smithy.APIError, code "ExpiredToken" or "ExpiredTokenException"$`
}
