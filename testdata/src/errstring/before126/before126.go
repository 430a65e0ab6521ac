//go:build go1.21

// Package before126 holds files of an older version of Go.
package before126

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

var errGone = errors.New("gone")

func header(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (*types.Owner, error) {
	_, err := c.GetObject(ctx, in)
	if err != nil {
		if strings.Contains(err.Error(), "NoSuchKey") { // want `match \*types.NoSuchKey`
			return nil, errGone
		} else if strings.Contains(err.Error(), "AccessDenied") { // want `match smithy.APIError with code "AccessDenied"`
			return nil, nil
		}
	}
	if err != nil && strings.Contains(err.Error(), "NoSuchKey") { // want `match \*types.NoSuchKey`
		return nil, errGone
	}
	return nil, err
}

func cases(ctx context.Context, c *dynamodb.Client, in *dynamodb.PutItemInput) error {
	_, err := c.PutItem(ctx, in)
	switch {
	case err == nil:
		return nil
	case strings.Contains(err.Error(), "ConditionalCheckFailedException"): // want `match \*dynamodbtypes.ConditionalCheckFailedException`
		return errGone
	case !strings.Contains(err.Error(), "ThrottlingException") && ctx.Err() == nil: // want `match \*dynamodbtypes.ThrottlingException`
		return err
	}
	return nil
}

func loop(ctx context.Context, c *dynamodb.Client, in *dynamodb.PutItemInput) error {
	var err error
	for {
		_, err = c.PutItem(ctx, in)
		if err == nil || strings.Contains(err.Error(), "ValidationException") && ctx.Err() == nil { // want `match smithy.APIError with code "ValidationException"`
			break
		}
	}
	return err
}
