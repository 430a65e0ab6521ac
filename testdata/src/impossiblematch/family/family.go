// Package family compares with codes that other services send for the same.
package family

import (
	"context"
	"errors"
	"slices"

	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/smithy-go"
)

func deniedByDynamoDB(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput) bool {
	_, err := c.GetItem(ctx, in)
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == "AccessDenied" // want `warning: ^dynamodb.GetItem is denied with the code "AccessDeniedException", not "AccessDenied"; compare with it$`
}

func deniedByS3(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		switch apiErr.ErrorCode() {
		case "AccessDeniedException": // want `warning: ^s3.GetObject is denied with the code "AccessDenied", not "AccessDeniedException"; compare with it$`
			return nil
		case "ThrottlingException": // want `warning: ^s3.GetObject is throttled with the code "SlowDown", not "ThrottlingException"; compare with it$`
			return nil
		}
	}
	return err
}

func deniedByEC2(ctx context.Context, c *ec2.Client, in *ec2.DescribeInstancesInput) bool {
	_, err := c.DescribeInstances(ctx, in)
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && apiErr.ErrorCode() == "AccessDeniedException" // want `warning: ^ec2.DescribeInstances is denied with the code "UnauthorizedOperation", not "AccessDeniedException"; compare with it$`
}

func deniedWhileUploading(ctx context.Context, u *manager.Uploader, in *s3.PutObjectInput) bool {
	_, err := u.Upload(ctx, in)
	var generic *smithy.GenericAPIError
	return errors.As(err, &generic) && generic.Code == "AccessDeniedException" // want `warning: ^manager.Uploader.Upload is denied with the code "AccessDenied", not "AccessDeniedException"; compare with it$`
}

// What follows is right, or may be.

// Each service is asked as it says it.
func right(ctx context.Context, d *dynamodb.Client, s *s3.Client, e *ec2.Client) []bool {
	is := func(err error, code string) bool {
		apiErr, ok := errors.AsType[smithy.APIError](err)
		return ok && apiErr.ErrorCode() == code
	}
	_, err1 := d.GetItem(ctx, nil)
	_, err2 := s.GetObject(ctx, nil)
	_, err3 := e.DescribeInstances(ctx, nil)
	return []bool{is(err1, "AccessDeniedException"), is(err2, "AccessDenied"), is(err2, "SlowDown"), is(err3, "UnauthorizedOperation")}
}

// All spellings, as functions for any service have them.
func allSpellings(ctx context.Context, c *dynamodb.Client) bool {
	_, err := c.GetItem(ctx, nil)
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && (apiErr.ErrorCode() == "AccessDenied" || apiErr.ErrorCode() == "AccessDeniedException")
}

func allSpellingsInSwitch(ctx context.Context, c *s3.Client) bool {
	_, err := c.GetObject(ctx, nil)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		switch apiErr.ErrorCode() {
		case "AccessDenied", "AccessDeniedException", "UnauthorizedOperation":
			return true
		case "SlowDown", "Throttling", "ThrottlingException":
			return true
		}
	}
	return false
}

// The error of any service.
func IsDenied(err error) bool {
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && apiErr.ErrorCode() == "AccessDenied"
}

func usesHelper(ctx context.Context, c *dynamodb.Client) bool {
	_, err := c.GetItem(ctx, nil)
	return IsDenied(err)
}

// One of two services sends it.
func oneOfTwo(ctx context.Context, d *dynamodb.Client, s *s3.Client, both bool) bool {
	_, err := d.GetItem(ctx, nil)
	if both {
		_, err = s.GetObject(ctx, nil)
	}
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && apiErr.ErrorCode() == "AccessDenied"
}

// Services that no table knows, and one whose responses have no body.
func others(ctx context.Context, i *iam.Client, l *lambda.Client, q *sqs.Client) []bool {
	is := func(err error, code string) bool {
		apiErr, ok := errors.AsType[smithy.APIError](err)
		return ok && apiErr.ErrorCode() == code
	}
	_, err1 := i.GetUser(ctx, nil)
	_, err2 := l.Invoke(ctx, nil)
	_, err3 := q.SendMessage(ctx, nil)
	return []bool{is(err1, "AccessDeniedException"), is(err2, "AccessDenied"), is(err3, "AccessDeniedException"), is(err2, "Throttling")}
}

// It may come from elsewhere.
func Elsewhere(ctx context.Context, c *dynamodb.Client, next func() error) bool {
	_, err := c.GetItem(ctx, nil)
	if err == nil {
		err = next()
	}
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && apiErr.ErrorCode() == "AccessDenied"
}

// A list of codes for any service.
func listed(ctx context.Context, c *dynamodb.Client) bool {
	_, err := c.GetItem(ctx, nil)
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && slices.Contains([]string{"AccessDenied", "AccessDeniedException", "Forbidden"}, apiErr.ErrorCode())
}
