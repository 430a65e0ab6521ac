// Package helper has functions that match errors of others.
package helper

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func IsMissing(err error) bool {
	return strings.Contains(err.Error(), "NoSuchBucket") // want `^an AWS error is matched by its text; match smithy.APIError with code "NoSuchBucket"$`
}

func IsDenied(err error) bool {
	return strings.Contains(err.Error(), "AccessDenied") // want `^an AWS error is matched by its text; match smithy.APIError, code "AccessDenied" or "AccessDeniedException"$`
}

func isQueueMissing(err error) bool {
	return strings.Contains(err.Error(), "NonExistentQueue") // want `^the error of sqs.GetQueueUrl is matched by its text; match \*types.QueueDoesNotExist$`
}

func url(ctx context.Context, c *sqs.Client, in *sqs.GetQueueUrlInput) string {
	out, err := c.GetQueueUrl(ctx, in)
	if isQueueMissing(err) {
		return ""
	}
	return *out.QueueUrl
}

func hasCode(err error, code string) bool {
	return err != nil && strings.Contains(err.Error(), code) // want `^the error of s3.GetObject is matched by its text; match smithy.APIError and compare its code$`
}

func get(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if hasCode(err, "NoSuchKey") || hasCode(err, "InvalidObjectState") {
		return nil
	}
	return err
}

type Result struct{ Err error }

func (r Result) denied() bool {
	switch text := r.Err.Error(); {
	case strings.Contains(text, "AccessDenied"): // want `^an AWS error is matched by its text; match smithy.APIError, code "AccessDenied" or "AccessDeniedException"$`
		return true
	}
	return false
}

// What operations return is never nothing but a code.
func isThrottled(err error) bool {
	return err.Error() == "ThrottlingException" // want `^the error of sqs.DeleteQueue is matched by its text; match smithy.APIError with code "ThrottlingException"$`
}

func removeSlowly(ctx context.Context, c *sqs.Client, in *sqs.DeleteQueueInput) error {
	_, err := c.DeleteQueue(ctx, in)
	for isThrottled(err) {
		_, err = c.DeleteQueue(ctx, in)
	}
	return err
}
