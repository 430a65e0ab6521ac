package told

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func create(ctx context.Context, c *s3.Client, in *s3.CreateBucketInput) error {
	_, err := c.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: in.Bucket})
	if err == nil { // want `^every error of s3.HeadBucket is treated as "does not exist"`
		return fmt.Errorf("bucket %s exists already", *in.Bucket)
	}
	_, err = c.CreateBucket(ctx, in)
	return err
}
