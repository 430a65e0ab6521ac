// Package given has errors whose type says that they are of AWS, wherever they come from.
package given

import (
	"errors"
	"strings"

	_ "github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/smithy-go"
)

func IsServerError(err error) bool {
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.Error() == "ServerException" // want `^an AWS error is matched by its text; compare its ErrorCode\(\)$`
}

func missing(apiErr smithy.APIError) bool {
	return strings.Contains(apiErr.Error(), "NoSuchKey") // want `compare its ErrorCode\(\) with "NoSuchKey"$`
}

func busy(opErr *smithy.OperationError) bool {
	return strings.Contains(opErr.Error(), "SlowDown") // want `match smithy.APIError with code "SlowDown"$`
}

func old(err error) bool {
	var awsErr awserr.Error
	return errors.As(err, &awsErr) && awsErr.Error() == "ResourceInUseException" // want `compare its Code\(\)$`
}

// Words that people read are no codes.
func message(apiErr smithy.APIError, awsErr awserr.Error) bool {
	return strings.Contains(apiErr.Error(), "does not exist") || strings.Contains(awsErr.Error(), "not found") ||
		strings.Contains(apiErr.ErrorMessage(), "NoSuchKey")
}
