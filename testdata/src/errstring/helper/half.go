package helper

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// A fix of the first comparison would leave the others, which ask for the same.
func isCode(err error, code string) bool {
	text := err.Error()
	return text != "" && (text == code || // want `match smithy.APIError and compare its code$`
		text == "operation error S3: GetObject, "+code || strings.HasSuffix(text, code+": "))
}

func known(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return err == nil || !isCode(err, "NoSuchKey") && !isCode(err, "InvalidObjectState")
}

// Near misses: the other alternatives ask another error.
func isGone(err, cause error, code string) bool {
	return strings.Contains(err.Error(), code) || cause.Error() == "gone: "+code || cause.Error() == "gone" // want `match smithy.APIError and compare its code$`
}

func gone(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, cause error) bool {
	_, err := c.GetObject(ctx, in)
	return err != nil && (isGone(err, cause, "NoSuchKey") || isGone(err, cause, "InvalidObjectState"))
}
