// Package alternatives asks an error the same in several words.
package alternatives

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Both words stand for the only type, so the fix asks once.
func exists(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (bool, error) {
	_, err := c.HeadObject(ctx, in)
	if err == nil {
		return true, nil
	}
	if strings.Contains(err.Error(), "NotFound") || strings.Contains(err.Error(), "NoSuchKey") { // want `match \*types.NotFound` `match \*types.NotFound`
		return false, nil
	}
	return false, err
}

func negated(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) error {
	_, err := c.HeadBucket(ctx, in)
	if err != nil && !strings.Contains(err.Error(), "NotFound") && !(strings.Contains(err.Error(), "NoSuchBucket")) { // want `match \*types.NotFound` `match \*types.NotFound`
		return err
	}
	return nil
}

// Another question stands between the two.
func between(ctx context.Context, c *dynamodb.Client, in *dynamodb.PutItemInput, strict bool) error {
	_, err := c.PutItem(ctx, in)
	if strict || strings.Contains(err.Error(), "ConditionalCheckFailedException") || strings.Contains(err.Error(), "ResourceNotFoundException") || strings.Contains(err.Error(), "ConditionalCheckFailed") { // want `match \*types.ConditionalCheckFailedException` `match \*types.ResourceNotFoundException` `match \*types.ConditionalCheckFailedException`
		return nil
	}
	return err
}

// Different codes are one question, but questions to different errors are not.
func different(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) bool {
	_, err := c.PutObject(ctx, in)
	_, again := c.PutObject(ctx, in)
	if strings.Contains(err.Error(), "AccessDenied") || strings.Contains(err.Error(), "SlowDown") { // want `code "AccessDenied"` `code "SlowDown"`
		return true
	}
	return strings.Contains(err.Error(), "PreconditionFailed") || strings.Contains(again.Error(), "PreconditionFailed") // want `code "PreconditionFailed"` `code "PreconditionFailed"`
}

// A comment between the two stays.
func commented(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return strings.Contains(err.Error(), "NotFound") || // want `match \*types.NotFound`
		// what other stores say
		strings.Contains(err.Error(), "NoSuchKey") // want `match \*types.NotFound`
}

// Codes of the same error are compared one after the other.
func throttled(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.PutObject(ctx, in)
	if err != nil && (strings.Contains(err.Error(), "SlowDown") || strings.Contains(err.Error(), "RequestTimeout")) { // want `code "SlowDown"` `code "RequestTimeout"`
		return nil
	}
	return err
}

func neither(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.PutObject(ctx, in)
	if err != nil && !strings.Contains(err.Error(), "SlowDown") && !strings.Contains(err.Error(), codeOfTimeout) { // want `code "SlowDown"` `code "RequestTimeout"`
		return err
	}
	return nil
}

const codeOfTimeout = "RequestTimeout"

// A text that is no code stays, so the other one does, too.
func half(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	_, err := c.PutObject(ctx, in)
	if err != nil && (strings.Contains(err.Error(), "SlowDown") || strings.Contains(err.Error(), "connection reset")) { // want `code "SlowDown"`
		return nil
	}
	return err
}

// A status, and the code that is made of it: one of the two is enough, which no fix decides.
func forbidden(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) bool {
	_, err := c.HeadBucket(ctx, in)
	return strings.Contains(err.Error(), "Forbidden") || strings.Contains(err.Error(), "403") // want `code "Forbidden"` `HTTPStatusCode\(\) 403`
}

// Near misses: another status, and a type.
func moved(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) bool {
	_, err := c.HeadBucket(ctx, in)
	return strings.Contains(err.Error(), "MovedPermanently") || strings.Contains(err.Error(), "403") // want `code "MovedPermanently"` `HTTPStatusCode\(\) 403`
}

func absent(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return strings.Contains(err.Error(), "NotFound") || strings.Contains(err.Error(), "404") // want `match \*types.NotFound` `HTTPStatusCode\(\) 404`
}
