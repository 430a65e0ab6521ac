// Package retried adds codes to those that a client tries again.
package retried

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

const timeout = "RequestTimeOut"

func clients(ctx context.Context, cfg aws.Config) error {
	_, err := s3.NewFromConfig(cfg, func(o *s3.Options) {
		o.Retryer = retry.AddWithErrorCodes(o.Retryer,
			"ThrottlingException", // want `warning: ^s3 never sends the code "ThrottlingException", so this retries nothing; add "SlowDown"$`
			"InternalError",
			"SlowDwn", // want `warning: ^s3 never sends the code "SlowDwn", so this retries nothing; did you mean "SlowDown"\?$`
			timeout,   // want `warning: ^s3 never sends the code "RequestTimeOut", so this retries nothing; add "RequestTimeout"$`
		)
	}).GetObject(ctx, nil)
	if err != nil {
		return err
	}
	_, err = iam.NewFromConfig(cfg, func(options *iam.Options) {
		options.Retryer = retry.AddWithErrorCodes(options.Retryer,
			"ConcurrentModificationException", // want `warning: ^iam never sends the code "ConcurrentModificationException", so this retries nothing; add "ConcurrentModification"$`
			"RequestCanceled",                 // want `warning: ^iam never sends the code "RequestCanceled", so this retries nothing; remove it$`
		)
	}).GetUser(ctx, nil)
	return err
}

// What follows is right, or may be.

func right(ctx context.Context, cfg aws.Config, codes []string) error {
	_, err := iam.NewFromConfig(cfg, func(o *iam.Options) {
		o.Retryer = retry.AddWithErrorCodes(o.Retryer, (*iamtypes.ConcurrentModificationException)(nil).ErrorCode(), "ConcurrentModification", "EntityTemporarilyUnmodifiable")
		o.Retryer = retry.AddWithErrorCodes(o.Retryer, codes...)
		o.Retryer = retry.AddWithErrorCodes(o.Retryer)
	}).GetUser(ctx, nil)
	if err != nil {
		return err
	}
	_, err = dynamodb.NewFromConfig(cfg, func(o *dynamodb.Options) {
		o.Retryer = retry.AddWithErrorCodes(o.Retryer, "TransactionConflictException", "AccessDeniedException", "SomethingNew")
	}).GetItem(ctx, nil)
	if err != nil {
		return err
	}
	_, err = sqs.NewFromConfig(cfg, func(o *sqs.Options) {
		o.Retryer = retry.AddWithErrorCodes(o.Retryer, "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue")
	}).SendMessage(ctx, nil)
	return err
}

// For clients of any service.
func anyService(cfg *aws.Config) {
	cfg.Retryer = func() aws.Retryer {
		return retry.AddWithErrorCodes(retry.NewStandard(), "ThrottlingException", "ConcurrentModificationException")
	}
}

// A retryer that may be for any client.
func given(r aws.Retryer) func(*s3.Options) {
	r = retry.AddWithErrorCodes(r, "ThrottlingException")
	return func(o *s3.Options) { o.Retryer = r }
}

// A function of the program with the same name.
func AddWithErrorCodes(r aws.Retryer, codes ...string) aws.Retryer {
	return retry.AddWithErrorCodes(r, codes...)
}

func usesOwn(o *s3.Options) { o.Retryer = AddWithErrorCodes(o.Retryer, "ThrottlingException") }
