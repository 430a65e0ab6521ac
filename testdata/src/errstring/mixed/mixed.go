// Package mixed has errors of several services.
package mixed

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func setUp(ctx context.Context, b *s3.Client, q *sqs.Client, i *iam.Client) error {
	if _, err := b.CreateBucket(ctx, nil); err != nil {
		return err
	}
	if _, err := i.CreateRole(ctx, nil); err != nil {
		return err
	}
	_, err := q.CreateQueue(ctx, nil)
	return err
}

func run(ctx context.Context, b *s3.Client, q *sqs.Client, i *iam.Client) error {
	err := setUp(ctx, b, q, i)
	if err != nil && strings.Contains(err.Error(), "QueueDeletedRecently") { // want `^the error of iam.CreateRole or another operation is matched by its text; match \*types.QueueDeletedRecently of sqs$`
		return nil
	}
	return err
}
