package fixes

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// sameBlock needs two names for its outputs.
func sameBlock(ctx context.Context, streams *kinesis.Client, queues *sqs.Client, records *kinesis.PutRecordsInput, messages *sqs.SendMessageBatchInput) error {
	_, err := streams.PutRecords(ctx, records) // want `^kinesis.PutRecords can fail`
	if err != nil {
		return err
	}
	_, sendErr := queues.SendMessageBatch(ctx, messages) // want `^sqs.SendMessageBatch can fail`
	if sendErr != nil {
		return sendErr
	}
	return nil
}

// declaredAbove needs two declarations.
func declaredAbove(ctx context.Context, streams *kinesis.Client, records *kinesis.PutRecordsInput) (err error) {
	if records != nil {
		if _, err = streams.PutRecords(ctx, records); err != nil { // want `^kinesis.PutRecords can fail`
			return err
		}
		if _, err = streams.PutRecords(ctx, records); err != nil { // want `^kinesis.PutRecords can fail`
			return err
		}
	}
	return nil
}

// otherBlocks needs one name only.
func otherBlocks(ctx context.Context, streams *kinesis.Client, records *kinesis.PutRecordsInput) error {
	if _, err := streams.PutRecords(ctx, records); err != nil { // want `^kinesis.PutRecords can fail`
		return err
	}
	if _, err := streams.PutRecords(ctx, records); err != nil { // want `^kinesis.PutRecords can fail`
		return err
	}
	return nil
}
