package meant

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Who asks whether access is granted hears no from any error.

func canAccessBucket(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) bool {
	_, err := c.HeadBucket(ctx, in)
	return err == nil
}

func CheckAccess(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) (bool, error) {
	if _, err := c.HeadBucket(ctx, in); err != nil {
		return false, nil
	}
	return true, nil
}

func hasAccessTo(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return err == nil
}

// Who asks for a thing with such a word in its name does not.

func hasAccessKey(ctx context.Context, c *iam.Client, in *iam.GetAccessKeyLastUsedInput) bool {
	_, err := c.GetAccessKeyLastUsed(ctx, in)
	return err == nil // want `^every error of iam.GetAccessKeyLastUsed is treated as "does not exist"; add an error result for those that mean something else$`
}

func HasLoginProfile(ctx context.Context, c *iam.Client, in *iam.GetLoginProfileInput) (bool, error) {
	if _, err := c.GetLoginProfile(ctx, in); err != nil { // want `^the error of iam.GetLoginProfile is swallowed; return it unless it is \*types.NoSuchEntityException$`
		return false, nil
	}
	return true, nil
}

func isObjectMapping(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return err == nil // want `^every error of s3.HeadObject is treated as "does not exist"; check for \*types.NotFound and add an error result$`
}
