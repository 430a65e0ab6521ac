package fixes

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// A part of a word that several codes begin with: no match of one of them finds as much.

func regions(ctx context.Context) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err == nil {
		_, err = ec2.NewFromConfig(cfg).DescribeRegions(ctx, &ec2.DescribeRegionsInput{})
	}
	return err
}

func hint(ctx context.Context) string {
	switch text := regions(ctx).Error(); {
	case strings.Contains(text, "ExpiredToken"): // want `match smithy.APIError, code "ExpiredToken" or "ExpiredTokenException"$`
		return "log in"
	case strings.Contains(text, "Throttling"): // want `match smithy.APIError, code "Throttling" or "ThrottlingException"$`
		return "wait"
	}
	return ""
}

func slow(ctx context.Context, c *iam.Client, in *iam.ListUsersInput) bool {
	_, err := c.ListUsers(ctx, in)
	return strings.Contains(err.Error(), "Throttling") || // want `match smithy.APIError, code "Throttling" or "ThrottlingException"$`
		strings.Contains(strings.ToLower(err.Error()), "throttling") // want `match smithy.APIError, code "Throttling" or "ThrottlingException"$`
}

func noPolicy(ctx context.Context, c *s3.Client, in *s3.GetBucketPolicyInput) bool {
	_, err := c.GetBucketPolicy(ctx, in)
	return strings.Contains(err.Error(), "NoSuchBucket") // want `match smithy.APIError, code "NoSuchBucket" or "NoSuchBucketPolicy"$`
}

// Near misses: nothing but the one code begins so.

func noBucket(ctx context.Context, c *s3.Client, in *s3.GetBucketVersioningInput) bool {
	_, err := c.GetBucketVersioning(ctx, in)
	return strings.Contains(err.Error(), "NoSuchBucket") // want `match smithy.APIError with code "NoSuchBucket"$`
}

func slowed(ctx context.Context, c *iam.Client, in *iam.ListUsersInput) bool {
	_, err := c.ListUsers(ctx, in)
	return strings.Contains(err.Error(), "Throttling: Rate") // want `match smithy.APIError with code "Throttling" and its ErrorMessage\(\)$`
}

// Texts of which some are codes.

func isExpired(ctx context.Context) bool {
	text := regions(ctx).Error()
	for _, fragment := range []string{"token has expired", "ExpiredTokenException", "UnrecognizedClientException", "no valid token"} {
		if strings.Contains(text, fragment) { // want `match smithy.APIError and compare its code where the text is one$`
			return true
		}
	}
	return false
}

func lacksCapacity(ctx context.Context, c *ec2.Client, in *ec2.RunInstancesInput) bool {
	_, err := c.RunInstances(ctx, in)
	for _, code := range []string{"InsufficientInstanceCapacity", "InstanceLimitExceeded", "SpotMaxPriceTooLow"} {
		if strings.Contains(err.Error(), code) { // want `match smithy.APIError and compare its code where the text is one$`
			return true
		}
	}
	return false
}
