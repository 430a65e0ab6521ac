package v1

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go/aws/awserr"
	s3v1 "github.com/aws/aws-sdk-go/service/s3"
)

func newError(ctx context.Context, c *s3.Client) bool {
	_, err := c.GetObject(ctx, nil)
	if aerr, ok := err.(awserr.Error); ok { // want `^s3.GetObject of SDK v2 never returns awserr.Error of SDK v1; match smithy.APIError$`
		return aerr.Code() == "NoSuchKey"
	}
	var aerr awserr.Error
	return errors.As(err, &aerr) // want `never returns awserr.Error of SDK v1`
}

func oldError(c *s3v1.S3) bool {
	_, err := c.GetObject(nil)
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `^s3.GetObject of SDK v1 never returns \*types.NoSuchKey of SDK v2; match awserr.Error$`
		return true
	}
	aerr, ok := err.(awserr.Error)
	return ok && aerr.Code() == "NoSuchKey"
}
