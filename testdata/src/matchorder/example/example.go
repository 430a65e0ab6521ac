// Package example shows what the rule reports.
package example

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func get(ctx context.Context, client *s3.Client, in *s3.GetObjectInput) error {
	_, err := client.GetObject(ctx, in)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return fmt.Errorf("AWS returned %s: %w", apiErr.ErrorCode(), err)
	}
	var noSuchKey *types.NoSuchKey
	if errors.As(err, &noSuchKey) { // want `^\*types.NoSuchKey of s3.GetObject is never found, since smithy.APIError is matched before it; swap the two$`
		return nil
	}
	return err
}
