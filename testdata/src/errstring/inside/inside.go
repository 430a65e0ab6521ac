// Package inside matches the text of what an error of the SDK holds.
package inside

import (
	"context"
	"errors"
	"log"
	"net/http"
	"strings"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/smithy-go"
)

func list(ctx context.Context, c *s3.Client, in *s3.ListObjectsV2Input) (int, error) {
	_, err := c.ListObjectsV2(ctx, in)
	if err != nil {
		if opErr, ok := err.(*smithy.OperationError); ok {
			if strings.Contains(opErr.Err.Error(), "NoSuchBucket") { // want `^the error of s3.ListObjectsV2 is matched by its text; match \*types.NoSuchBucket$`
				return 0, nil
			}
		}
		return 0, err
	}
	return 1, nil
}

func head(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (bool, error) {
	_, err := c.HeadObject(ctx, in)
	var opErr *smithy.OperationError
	if errors.As(err, &opErr) {
		if strings.Contains(opErr.Unwrap().Error(), "StatusCode: 404") { // want `^the error of s3.HeadObject is matched by its text; match \*awshttp.ResponseError with HTTPStatusCode\(\) 404$`
			return false, nil
		}
		log.Print(opErr.Err.Error())
	}
	return err == nil, err
}

// The code of an error of SQS may be any, see its header, but none of its types says that it is not allowed.
func send(ctx context.Context, c *sqs.Client, in *sqs.SendMessageInput) bool {
	_, err := c.SendMessage(ctx, in)
	return err != nil && strings.Contains(err.Error(), "AccessDenied") // want `match smithy.APIError with code "AccessDenied"$`
}

// Near misses: words of the network, and a field of an error that is not the SDK's.
func network(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	var opErr *smithy.OperationError
	var re *awshttp.ResponseError
	return errors.As(err, &opErr) && strings.Contains(opErr.Err.Error(), "no such host") ||
		errors.As(err, &re) && re.HTTPStatusCode() == http.StatusConflict && strings.Contains(re.Err.Error(), "concurrent")
}
