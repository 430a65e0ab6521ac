package v1

import (
	"context"

	s3v2 "github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go/aws"
)

// clear is of a program that moves to SDK v2 and still has package aws of v1, which will do for a pointer to a string.
func clear(ctx context.Context, c *s3v2.Client, bucket, key string) error {
	_, err := c.DeleteObjects(ctx, &s3v2.DeleteObjectsInput{ // want `s3.DeleteObjects can fail`
		Bucket: aws.String(bucket),
		Delete: &types.Delete{Objects: []types.ObjectIdentifier{{Key: aws.String(key)}}},
	})
	if err != nil {
		return err
	}
	return nil
}
