// Package sdkv1 asserts errors of SDK v1, which are not wrapped.
package sdkv1

import (
	"fmt"

	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/aws-sdk-go/service/s3"
)

func direct(c *s3.S3, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(in)
	if e, ok := err.(awserr.Error); ok {
		return e.Code() == s3.ErrCodeNoSuchKey
	}
	return false
}

func wrapped(c *s3.S3, in *s3.GetObjectInput) bool {
	if e, ok := get(c, in).(awserr.Error); ok { // want `^the error of s3.GetObject wraps awserr.Error, so this assertion is always false; use errors.As$`
		return e.Code() == s3.ErrCodeNoSuchKey
	}
	return false
}

func get(c *s3.S3, in *s3.GetObjectInput) error {
	_, err := c.GetObject(in)
	if err != nil {
		return fmt.Errorf("get: %w", err)
	}
	return nil
}
