// Package fixes shows the fixes that the rule offers.
package fixes

import (
	"context"
	"errors"
	"fmt"
	"log"
	"regexp"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errMissing = errors.New("missing")

func header(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput) (map[string]types.AttributeValue, error) {
	out, err := c.GetItem(ctx, in)
	if strings.Contains(err.Error(), "ResourceNotFoundException") { // want `match \*types.ResourceNotFoundException`
		return nil, errMissing
	} else if !strings.Contains(err.Error(), "ProvisionedThroughputExceededException") { // want `match \*types.ProvisionedThroughputExceededException`
		return nil, err
	}
	return out.Item, err
}

func chain(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, strict bool) error {
	_, err := c.GetObject(ctx, in)
	if err != nil && !strict && strings.Contains(err.Error(), "NoSuchKey") { // want `match \*s3types.NoSuchKey`
		return nil
	}
	return err
}

func contrary(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if err != nil && !strings.Contains(err.Error(), "AccessDenied") && ctx.Err() == nil { // want `match smithy.APIError with code "AccessDenied"`
		return err
	}
	return nil
}

func code(ctx context.Context, c *dynamodb.Client, in *dynamodb.QueryInput) error {
	_, err := c.Query(ctx, in)
	if strings.Contains(err.Error(), "AccessDenied") { // want `match smithy.APIError with code "AccessDeniedException"`
		return errMissing
	}
	if !strings.Contains(err.Error(), "UnrecognizedClientException") { // want `match smithy.APIError with code "UnrecognizedClientException"`
		return err
	}
	return nil
}

func twice(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (found bool) {
	_, err := c.GetObject(ctx, in)
	found = err == nil || !strings.Contains(err.Error(), "NoSuchKey") // want `match \*s3types.NoSuchKey`
	_, err = c.GetObject(ctx, in)
	found = found && !(err != nil && strings.Contains(err.Error(), "NoSuchKey")) // want `match \*s3types.NoSuchKey`
	return found
}

func variable(ctx context.Context, c *sqs.Client, in *sqs.GetQueueUrlInput) (bool, error) {
	_, err := c.GetQueueUrl(ctx, in)
	if err != nil {
		msg := err.Error()
		log.Print(msg)
		if strings.Contains(msg, "QueueDoesNotExist") { // want `match \*sqstypes.QueueDoesNotExist`
			return false, nil
		}
	}
	return err == nil, err
}

func rest(ctx context.Context, c *sqs.Client, in *sqs.GetQueueUrlInput) bool {
	_, err := c.GetQueueUrl(ctx, in)
	msg := err.Error()
	return strings.Contains(msg, "QueueDoesNotExist") && strings.Contains(msg, "wsdl") // want `match \*sqstypes.QueueDoesNotExist`
}

// No fix: the variable would no longer be used.
func only(ctx context.Context, c *sqs.Client, in *sqs.GetQueueUrlInput) bool {
	_, err := c.GetQueueUrl(ctx, in)
	msg := err.Error()
	return strings.Contains(msg, "QueueDoesNotExist") // want `match \*sqstypes.QueueDoesNotExist`
}

// No fix: another error has taken the place of the one whose text it is.
func changed(ctx context.Context, c *sqs.Client, in *sqs.GetQueueUrlInput) bool {
	_, err := c.GetQueueUrl(ctx, in)
	msg := err.Error()
	_, err = c.GetQueueUrl(ctx, in)
	log.Print(msg, err)
	return strings.Contains(msg, "QueueDoesNotExist") // want `match \*sqstypes.QueueDoesNotExist`
}

func counted(ctx context.Context, c *sqs.Client, in *sqs.SendMessageInput) error {
	_, err := c.SendMessage(ctx, in)
	if err != nil && strings.Index(err.Error(), "OverLimit") >= 0 { // want `match \*sqstypes.OverLimit`
		return nil
	}
	return err
}

func status(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return strings.Contains(fmt.Sprintf("%v", err), "StatusCode: 403") // want `HTTPStatusCode\(\) 403`
}

var notFound = regexp.MustCompile("NotFound")

func pattern(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return err != nil && notFound.MatchString(err.Error()) // want `match \*s3types.NotFound`
}

func wrapped(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	if err := get(ctx, c, in); err != nil && strings.EqualFold(strings.TrimSpace(err.Error()), "nosuchkey") { // want `the error of s3.GetObject is matched by its text; match \*s3types.NoSuchKey`
		return nil
	}
	return ctx.Err()
}

func get(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	if _, err := c.GetObject(ctx, in); err != nil {
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func listed(ctx context.Context, c *s3.Client, in *s3.ListPartsInput) bool {
	_, err := c.ListParts(ctx, in)
	ok := false
	if err != nil && strings.Contains(err.Error(), "NoSuchKey") { // want `match smithy.APIError with code "NoSuchKey"`
		ok = true
	}
	return ok
}
