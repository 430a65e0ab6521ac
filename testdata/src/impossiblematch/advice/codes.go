package advice

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// The code of a new value, where responses have no body.
func codeOfNew(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == (&types.NoSuchKey{}).ErrorCode() // want `^s3.HeadObject never returns the code "NoSuchKey"; compare with "NotFound"$`
}

// The code of a new value is the code, and not the name of the type.
func codeOfType(ctx context.Context, c *iam.Client, in *iam.GetUserInput) bool {
	_, err := c.GetUser(ctx, in)
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == (&iamtypes.NoSuchEntityException{}).ErrorCode()
}

var retryable = struct{ code string }{"RequestCanceled"}

// Codes that only SDK v1 makes, of errors from anywhere.
func isCanceled(apiErr smithy.APIError) bool {
	return apiErr.ErrorCode() == "RequestCanceled" || // want `^smithy.APIError never has the code "RequestCanceled", only SDK v1 has it; use errors.Is\(err, context.Canceled\)$`
		apiErr.ErrorCode() == retryable.code // want `^smithy.APIError never has the code "RequestCanceled", only SDK v1 has it; use errors.Is\(err, context.Canceled\)$`
}

func IsMissingCredentials(err error) bool {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		switch apiErr.ErrorCode() {
		case "NoCredentialProviders": // want `^smithy.APIError never has the code "NoCredentialProviders", only SDK v1 has it; remove this check$`
			return true
		case "ExpiredToken", "Whatever":
			return true
		}
	}
	return false
}

// IsInvalid is called from elsewhere.
func IsInvalid(err error) bool {
	_, ok := errors.AsType[*smithy.InvalidParamsError](err) // want `^the SDK returns smithy.InvalidParamsError by value, so \*smithy.InvalidParamsError never matches; match the value$`
	return ok
}
