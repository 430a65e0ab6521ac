package fixes

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go/service/cloudwatch"
)

// What reads something without a use for it only asks whether that can be done.

func warmsUp(ctx context.Context, cache *aws.CredentialsCache) error {
	_, _ = cache.Retrieve(ctx) // want `info: ^the error of aws.CredentialsCache.Retrieve is discarded; return or log it$`
	return nil
}

func usesCredentials(ctx context.Context, cache *aws.CredentialsCache) (string, error) {
	creds, _ := cache.Retrieve(ctx) // want `^the error of aws.CredentialsCache.Retrieve is discarded; check it before using creds$`
	return creds.AccessKeyID, nil
}

func readsForNothing(ctx context.Context, c *s3.Client) error {
	_, _ = c.GetBucketPolicy(ctx, nil) // want `info: ^the error of s3.GetBucketPolicy is discarded; return or log it$`
	return nil
}

// Other linters have been told.

func toldErrcheck(ctx context.Context, c *s3.Client) error {
	c.PutObject(ctx, nil) //nolint:errcheck // want `info: ^the error of s3.PutObject is discarded; return or log it$`
	c.PutObject(ctx, nil) // want `^the error of s3.PutObject is discarded; return or log it$`
	// #nosec G104
	c.PutObject(ctx, nil) // want `info: ^the error of s3.PutObject is discarded; return or log it$`
	c.PutObject(ctx, nil) //nolint:lll // want `^the error of s3.PutObject is discarded; return or log it$`
	return nil
}

func tries(ctx context.Context, c *s3.Client) error {
	// Try to tag it.
	_, _ = c.PutObjectTagging(ctx, nil) // want `info: ^the error of s3.PutObjectTagging is discarded; return or log it$`
	// Try to store it.
	c.PutObject(ctx, nil) // want `^the error of s3.PutObject is discarded; return or log it$`
	return nil
}

func putsMetric(c *cloudwatch.CloudWatch) {
	c.PutMetricData(nil) // want `warning: ^the error of cloudwatch.PutMetricData is discarded; log it or pass it on$`
}
