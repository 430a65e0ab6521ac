package status

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/pkg/errors"
)

func wrap(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) error {
	_, err := c.SendMessageBatch(ctx, in) // want `sqs.SendMessageBatch can fail`
	if err != nil {
		return errors.Wrap(err, "send")
	}
	return nil
}

func write(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchWriteItemInput) error {
	_, err := c.BatchWriteItem(ctx, in) // want `dynamodb.BatchWriteItem can leave`
	if err != nil {
		return errors.Wrap(err, "write")
	}
	return nil
}
