// Package example shows what the rule reports.
package example

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func send(ctx context.Context, c *kinesis.Client, in *kinesis.PutRecordsInput) error {
	_, err := c.PutRecords(ctx, in) // want `^kinesis.PutRecords can fail for single records with a nil error; check FailedRecordCount in its output$`
	if err != nil {
		return err
	}
	return nil
}

func remove(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) (int, error) {
	out, err := c.DeleteObjects(ctx, in) // want `^s3.DeleteObjects can fail for single objects with a nil error; check out.Errors$`
	if err != nil {
		return 0, fmt.Errorf("cannot delete: %w", err)
	}
	for _, object := range out.Deleted {
		fmt.Println("deleted", *object.Key)
	}
	return 1, nil
}

func write(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchWriteItemInput) error {
	_, err := c.BatchWriteItem(ctx, in) // want `^dynamodb.BatchWriteItem can leave items unprocessed with a nil error; check UnprocessedItems in its output$`
	return err
}

func call(ctx context.Context, c *lambda.Client, name string, answer any) error {
	out, err := c.Invoke(ctx, &lambda.InvokeInput{FunctionName: &name}) // want `^lambda.Invoke returns a nil error when the function fails; check out.FunctionError$`
	if err != nil {
		return err
	}
	return json.Unmarshal(out.Payload, answer)
}

func log(ctx context.Context, c *kinesis.Client, in *kinesis.PutRecordsInput) {
	if _, err := c.PutRecords(ctx, in); err != nil { // want `; check (out\.)?FailedRecordCount( in its output)?$`
		fmt.Println(err)
	}
}
