package fixes

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/eventbridge"
	"github.com/aws/aws-sdk-go-v2/service/firehose"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func deleteObjects(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	if _, err := c.DeleteObjects(ctx, in); err != nil { // want `; check (out\.)?Errors( in its output)?$`
		return fmt.Errorf("cannot delete: %w", err)
	}
	return nil
}

func putRecords(ctx context.Context, c *kinesis.Client, in *kinesis.PutRecordsInput) (string, error) {
	out, err := c.PutRecords(ctx, in) // want `; check (out\.)?FailedRecordCount( in its output)?$`
	if err != nil {
		return "", err
	}
	return *out.Records[0].SequenceNumber, nil
}

func putRecordBatch(ctx context.Context, c *firehose.Client, in *firehose.PutRecordBatchInput) error {
	if _, err := c.PutRecordBatch(ctx, in); err != nil { // want `; check (out\.)?FailedPutCount( in its output)?$`
		return err
	}
	return nil
}

func putEvents(ctx context.Context, c *eventbridge.Client, in *eventbridge.PutEventsInput) error {
	_, err := c.PutEvents(ctx, in) // want `; check (out\.)?FailedEntryCount( in its output)?$`
	return err
}

func sendMessageBatch(ctx context.Context, c *sqs.Client, ins []*sqs.SendMessageBatchInput) (n int, err error) {
	for _, in := range ins {
		_, err = c.SendMessageBatch(ctx, in) // want `; check (out\.)?Failed( in its output)?$`
		if err != nil {
			return n, err
		}
		n += len(in.Entries)
	}
	return n, nil
}

func deleteMessageBatch(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageBatchInput) error {
	var err error
	if _, err = c.DeleteMessageBatch(ctx, in); err != nil { // want `; check (out\.)?Failed( in its output)?$`
		return err
	}
	return nil
}

func publishBatch(ctx context.Context, c *sns.Client, in *sns.PublishBatchInput) (*string, error) {
	out, err := c.PublishBatch(ctx, in) // want `; check (out\.)?Failed( in its output)?$`
	if err != nil {
		return nil, err
	}
	return out.Successful[0].MessageId, err
}

func batchWriteItem(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchWriteItemInput) (bool, error) {
	_, err := c.BatchWriteItem(ctx, in) // want `; check (out\.)?UnprocessedItems( in its output)?$`
	return true, err
}

func batchGetItem(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchGetItemInput) (int, error) {
	out, err := c.BatchGetItem(ctx, in) // want `; check (out\.)?UnprocessedKeys( in its output)?$`
	if err != nil {
		return 0, err
	}
	n := 0
	for _, items := range out.Responses {
		n += len(items)
	}
	return n, nil
}

func batchExecuteStatement(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchExecuteStatementInput) error {
	_, err := c.BatchExecuteStatement(ctx, in) // want `; check Responses\[i\].Error in its output$`
	return err
}

func invoke(ctx context.Context, c *lambda.Client) ([]byte, error) {
	out, err := c.Invoke(ctx, &lambda.InvokeInput{ // want `; check (out\.)?FunctionError( in its output)?$`
		Payload: []byte("{}"),
	}) // the result is JSON
	if err != nil {
		return nil, err
	}
	return out.Payload, nil
}

func invokeByLiteral(ctx context.Context, c *lambda.Client, name string) error {
	in := lambda.InvokeInput{FunctionName: &name}
	_, err := c.Invoke(ctx, &in) // want `; check (out\.)?FunctionError( in its output)?$`
	return err
}

func runTask(ctx context.Context, c *ecs.Client, in *ecs.RunTaskInput) (string, error) {
	out, err := c.RunTask(ctx, in) // want `; check (out\.)?Failures( in its output)?$`
	if err != nil {
		return "", err
	}
	return *out.Tasks[0].TaskArn, nil
}

func describeTasks(ctx context.Context, c *ecs.Client, in *ecs.DescribeTasksInput) (string, error) {
	out, err := c.DescribeTasks(ctx, in) // want `; check (out\.)?Failures( in its output)?$`
	if err != nil {
		return "", err
	}
	return *out.Tasks[0].LastStatus, nil
}

func putLogEvents(ctx context.Context, c *cloudwatchlogs.Client, in *cloudwatchlogs.PutLogEventsInput) error {
	_, err := c.PutLogEvents(ctx, in) // want `; check (out\.)?RejectedLogEventsInfo( in its output)?$`
	return err
}

func startSyncExecution(ctx context.Context, c *sfn.Client, in *sfn.StartSyncExecutionInput) (string, error) {
	out, err := c.StartSyncExecution(ctx, in) // want `; check (out\.)?Error( in its output)?$`
	if err != nil {
		return "", err
	}
	return *out.Output, nil
}

func loggedAndReturned(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageBatchInput) error {
	_, err := c.DeleteMessageBatch(ctx, in) // want `; check (out\.)?Failed( in its output)?$`
	if err != nil {
		log.Print(err)
	}
	return err
}

func loggedAndReturnedAfterLoop(ctx context.Context, c *kinesis.Client, in *kinesis.PutRecordsInput) error {
	_, err := c.PutRecords(ctx, in) // want `; check (out\.)?FailedRecordCount( in its output)?$`
	if err != nil {
		log.Print(err)
	}
	return err
}

func wrapped(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(ctx, in) // want `; check (out\.)?Errors( in its output)?$`
	return wrap(err)
}

func wrappedAfterLoop(ctx context.Context, c *kinesis.Client, in *kinesis.PutRecordsInput) error {
	_, err := c.PutRecords(ctx, in) // want `; check (out\.)?FailedRecordCount( in its output)?$`
	return wrap(err)
}

func wrap(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("failed: %w", err)
}

func secondCall(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObject(ctx, nil)
	if err != nil {
		return err
	}
	_, err = c.DeleteObjects(ctx, in) // want `; check (out\.)?Errors( in its output)?$`
	if err != nil {
		return err
	}
	return nil
}

func nameTaken(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput, out string) error {
	if _, err := c.DeleteObjects(ctx, in); err != nil { // want `; check (out\.)?Errors( in its output)?$`
		return fmt.Errorf("%s: %w", out, err)
	}
	return nil
}

func byHelper(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	out, err := c.DeleteObjects(ctx, in) // want `; check (out\.)?Errors( in its output)?$`
	if err != nil {
		return err
	}
	list(out)
	return nil
}

func list(out *s3.DeleteObjectsOutput) {
	for _, o := range out.Deleted {
		log.Print(*o.Key)
	}
}

func noError(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) {
	if _, err := c.DeleteObjects(ctx, in); err != nil { // want `; check (out\.)?Errors( in its output)?$`
		log.Print(err)
	}
}

func goesOn(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	if _, err := c.DeleteObjects(ctx, in); err != nil { // want `; check (out\.)?Errors( in its output)?$`
		log.Print(err)
	}
	return nil
}

func cleanUp(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	if err := work(); err != nil {
		_, err2 := c.DeleteObjects(ctx, in) // want `; check (out\.)?Errors( in its output)?$`
		if err2 != nil {
			return err2
		}
		return err
	}
	return nil
}

func work() error { return nil }

// goOn is a callback that tells whether to go on, which the branch for an error decides by a flag.
func goOn(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput, always bool) (bool, error) {
	_, err := c.DeleteObjects(ctx, in) // want `; check (out\.)?Errors( in its output)?$`
	if err != nil {
		if !always {
			return false, err
		}
		return true, err
	}
	return true, nil
}

// zero returns the same beside each error.
func zero(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput, retried bool) (int, error) {
	_, err := c.DeleteObjects(ctx, in) // want `; check (out\.)?Errors( in its output)?$`
	if err != nil {
		if retried {
			return 0, fmt.Errorf("again: %w", err)
		}
		return 0, err
	}
	return len(in.Delete.Objects), nil
}

type failure struct{ cause error }

// What is returned beside nil tells of the error of the call, and would tell nothing of failed parts.
func tellsOfTheCall(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) (map[string]any, error) {
	out, err := c.SendMessageBatch(ctx, in) // want `^sqs.SendMessageBatch can fail for single messages with a nil error; check out.Failed$`
	if err != nil {
		return map[string]any{"error": &failure{err}}, nil
	}
	return map[string]any{"sent": len(out.Successful)}, nil
}
