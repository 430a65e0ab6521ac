// Package example shows what the rule reports.
package example

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func exists(ctx context.Context, client *s3.Client, bucket, key string) (bool, error) {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &key})
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `^s3.HeadObject never returns \*types.NoSuchKey; match \*types.NotFound$`
		return false, nil
	}
	return err == nil, err
}

func userMissing(ctx context.Context, client *iam.Client, name string) (bool, error) {
	_, err := client.GetUser(ctx, &iam.GetUserInput{UserName: &name})
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchEntityException" { // want `^iam.GetUser never returns the code "NoSuchEntityException"; compare with "NoSuchEntity"$`
		return true, nil
	}
	return false, err
}

func parts(ctx context.Context, client *s3.Client, in *s3.ListPartsInput) error {
	_, err := client.ListParts(ctx, in)
	var noSuchUpload *types.NoSuchUpload
	if errors.As(err, &noSuchUpload) { // want `^s3.ListParts never returns \*types.NoSuchUpload; match smithy.APIError with code "NoSuchUpload"$`
		return fmt.Errorf("no upload: %w", err)
	}
	return err
}
