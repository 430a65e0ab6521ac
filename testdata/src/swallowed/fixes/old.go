//go:build go1.21

package fixes

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func oldType(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (bool, error) {
	if _, err := c.HeadObject(ctx, in); err != nil { // want `swallowed`
		return false, nil
	}
	return true, nil
}

func oldCode(ctx context.Context, c *s3.Client, in *s3.GetBucketPolicyInput) (bool, error) {
	_, err := c.GetBucketPolicy(ctx, in)
	return err == nil, nil // want `treated as "does not exist"; check for code "NoSuchBucketPolicy" and return the rest$`
}

func oldTwice(ctx context.Context, c *s3.Client, a, b *string) error {
	_, err := c.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: a})
	if err == nil { // want `every error of s3.HeadBucket is treated as "does not exist"`
		return nil
	}
	if _, err = c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: a}); err != nil {
		return err
	}
	_, err = c.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: b})
	if err == nil { // want `every error of s3.HeadBucket is treated as "does not exist"`
		return nil
	}
	_, err = c.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: b})
	return err
}
