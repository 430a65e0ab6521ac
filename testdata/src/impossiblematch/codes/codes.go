// Package codes compares codes beside types.
package codes

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// Only one of the codes comes as a *smithy.GenericAPIError.
func generic(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	var ge *smithy.GenericAPIError
	if errors.As(err, &ge) {
		switch ge.Code {
		case "NoSuchKey": // want `^s3.GetObject has a type for the code "NoSuchKey", so \*smithy.GenericAPIError never has it; match smithy.APIError$`
			return true
		case "NoSuchBucket":
			return true
		}
	}
	return false
}

// The type is asked for as well.
func besideType(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	var nsk *types.NoSuchKey
	if errors.As(err, &nsk) {
		return true
	}
	var ge *smithy.GenericAPIError
	return errors.As(err, &ge) && (ge.ErrorCode() == "NoSuchBucket" || ge.ErrorCode() == "NoSuchKey") // want `info: ^s3.GetObject has a type for the code "NoSuchKey", so this arm never matches; remove it$`
}

// A code that is spelled as its type, beside the type.
func spelled(ctx context.Context, c *iam.Client, in *iam.GetRoleInput) (bool, error) {
	_, err := c.GetRole(ctx, in)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchEntityException" { // want `info: ^iam.GetRole never returns the code "NoSuchEntityException", so this arm never matches; remove it$`
		return false, nil
	}
	var noSuchEntity *iamtypes.NoSuchEntityException
	if errors.As(err, &noSuchEntity) {
		return false, nil
	}
	return true, err
}

// Without the type, it is missed.
func alone(ctx context.Context, c *iam.Client, in *iam.GetRoleInput) (bool, error) {
	_, err := c.GetRole(ctx, in)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchEntityException" { // want `^iam.GetRole never returns the code "NoSuchEntityException"; compare with "NoSuchEntity"$`
		return false, nil
	}
	var failure *iamtypes.ServiceFailureException
	return !errors.As(err, &failure), err
}
