// Package v1 drops errors of SDK v1.
package v1

import (
	"fmt"

	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/s3"
)

func exists(c *s3.S3, in *s3.HeadObjectInput) (bool, error) {
	_, err := c.HeadObject(in)
	return err == nil, nil // want `^every error of s3.HeadObject is treated as "does not exist"; return those that mean something else$`
}

func remove(c *s3.S3, ins []*s3.DeleteObjectInput) error {
	for _, in := range ins {
		if _, err := c.DeleteObject(in); err != nil { // want `^the error of s3.DeleteObject is swallowed; return or log it$`
			continue
		}
		fmt.Println("deleted", *in.Key)
	}
	return nil
}

func scan(c *dynamodb.DynamoDB, in *dynamodb.ScanInput) (n int, err error) {
	e := c.ScanPages(in, func(page *dynamodb.ScanOutput, last bool) bool {
		n += len(page.Items)
		return true
	})
	if e != nil { // want `^the error of dynamodb.ScanPages is swallowed; return or log it$`
		return n, nil
	}
	return n, nil
}

func create(c *s3.S3, bucket *string) error {
	if _, err := c.HeadBucket(&s3.HeadBucketInput{Bucket: bucket}); err != nil { // want `^every error of s3.HeadBucket is treated as "does not exist"; return those that mean something else$`
		_, err := c.CreateBucket(&s3.CreateBucketInput{Bucket: bucket})
		return err
	}
	return nil
}

func put(c *s3.S3, in *s3.PutObjectInput) error {
	_, err := c.PutObject(in)
	if err != nil {
		return fmt.Errorf("put: %w", err)
	}
	return nil
}
