// Package directory transfers whole directories, whose errors have the text of those of AWS, and no more.
package directory

import (
	"context"
	"errors"
	"fmt"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func download(ctx context.Context, c *transfermanager.Client, in *transfermanager.DownloadDirectoryInput) (bool, error) {
	_, err := c.DownloadDirectory(ctx, in)
	if err != nil {
		err = fmt.Errorf("restore: %w", err)
	}
	if _, ok := errors.AsType[*types.NoSuchBucket](err); ok { // want `^transfermanager.Client.DownloadDirectory keeps only the text of errors, so \*types.NoSuchBucket never matches; use its FailurePolicy$`
		return false, nil
	}
	return true, err
}

func upload(ctx context.Context, c *transfermanager.Client, in *transfermanager.UploadDirectoryInput) bool {
	_, err := c.UploadDirectory(ctx, in)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) { // want `^transfermanager.Client.UploadDirectory keeps only the text of errors, so smithy.APIError never matches; use its FailurePolicy$`
		return apiErr.ErrorCode() == "AccessDenied"
	}
	var response *awshttp.ResponseError
	return errors.As(err, &response) && response.HTTPStatusCode() == 403 // want `^transfermanager.Client.UploadDirectory keeps only the text of errors, so \*awshttp.ResponseError never matches; use its FailurePolicy$`
}

// What follows is right, or may be.

// The policy sees the error of AWS.
type policy struct{}

func (policy) OnDownloadFailed(_ *transfermanager.DownloadDirectoryInput, _ *transfermanager.GetObjectInput, err error) error {
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok {
		return nil
	}
	return err
}

// Transfers of one object wrap it.
func one(ctx context.Context, c *transfermanager.Client, in *transfermanager.DownloadObjectInput) bool {
	_, err := c.DownloadObject(ctx, in)
	_, ok := errors.AsType[*types.NoSuchKey](err)
	return ok
}

// The error may be of another operation.
func listed(ctx context.Context, c *transfermanager.Client, s *s3.Client, in *transfermanager.DownloadDirectoryInput) bool {
	_, err := s.ListObjectsV2(ctx, nil)
	if err == nil {
		_, err = c.DownloadDirectory(ctx, in)
	}
	_, ok := errors.AsType[*types.NoSuchBucket](err)
	return ok
}

// The error may be one that is not seen.
func Unseen(ctx context.Context, c *transfermanager.Client, in *transfermanager.DownloadDirectoryInput, prepare func() error) bool {
	err := prepare()
	if err == nil {
		_, err = c.DownloadDirectory(ctx, in)
	}
	_, ok := errors.AsType[smithy.APIError](err)
	return ok
}

// A type of the program.
type missing struct{ error }

func own(ctx context.Context, c *transfermanager.Client, in *transfermanager.DownloadDirectoryInput) bool {
	_, err := c.DownloadDirectory(ctx, in)
	if err != nil {
		err = missing{err}
	}
	_, ok := errors.AsType[missing](err)
	return ok
}
