// Package loops goes through outputs in many ways, none of which tells what failed.
package loops

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go/service/ssm"
)

func byIndex(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) {
	out, err := c.DeleteObjects(ctx, in) // want `check out.Errors$`
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := 0; i < len(out.Deleted); i++ {
		fmt.Println("deleted", *out.Deleted[i].Key)
	}
}

func byNumber(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) {
	out, err := c.DeleteObjects(ctx, in) // want `check out.Errors$`
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range len(out.Deleted) {
		fmt.Println("deleted", *out.Deleted[i].Key)
	}
}

func backward(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) {
	out, err := c.DeleteObjects(ctx, in) // want `check out.Errors$`
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := len(out.Deleted) - 1; i >= 0; i-- {
		fmt.Println("deleted", *out.Deleted[i].Key)
	}
}

func withLength(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) {
	out, err := c.DeleteObjects(ctx, in) // want `check out.Errors$`
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, n := 0, len(out.Deleted); i < n; i++ {
		fmt.Println("deleted", *out.Deleted[i].Key)
	}
}

func printedSum(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectsInput) {
	n := 0
	for _, in := range ins {
		out, err := c.DeleteObjects(ctx, in) // want `check out.Errors$`
		if err != nil {
			fmt.Println(err)
			return
		}
		n += len(out.Deleted)
	}
	fmt.Println(n, "deleted")
}

// Kinesis responds with as many records as were sent, whatever failed.
func lengthOfRecords(ctx context.Context, c *kinesis.Client, in *kinesis.PutRecordsInput) (int, error) {
	out, err := c.PutRecords(ctx, in) // want `check out.FailedRecordCount$`
	if err != nil {
		return 0, err
	}
	if len(out.Records) != len(in.Records) {
		return 0, fmt.Errorf("%d of %d records", len(out.Records), len(in.Records))
	}
	return len(out.Records), nil
}

func listOfParameters(ctx context.Context, c *ssm.SSM, in *ssm.GetParametersInput) (user, password string, err error) {
	out, err := c.GetParametersWithContext(ctx, in) // want `^ssm.GetParameters can leave out parameters with a nil error; check out.InvalidParameters$`
	if err != nil {
		return "", "", err
	}
	return *out.Parameters[0].Value, *out.Parameters[1].Value, nil
}

func exists(ctx context.Context, c *ssm.SSM, name string) error {
	_, err := c.GetParametersWithContext(ctx, &ssm.GetParametersInput{Names: []*string{&name}}) // want `check InvalidParameters in its output$`
	if err != nil {
		return fmt.Errorf("no parameter %s: %w", name, err)
	}
	return nil
}

// What is not among the items may not exist, or may not have been read.
func keysOfItems(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchGetItemInput, table string) (map[string]bool, error) {
	out, err := c.BatchGetItem(ctx, in) // want `^dynamodb.BatchGetItem can leave keys unprocessed with a nil error; check out.UnprocessedKeys$`
	if err != nil {
		return nil, err
	}
	found := make(map[string]bool)
	for _, item := range out.Responses[table] {
		for key := range item {
			found[key] = true
		}
	}
	return found, nil
}

// There is a list for each table, however many items it has.
func tables(ctx context.Context, c *dynamodb.Client, in *dynamodb.BatchGetItemInput) (found []string, err error) {
	out, err := c.BatchGetItem(ctx, in) // want `^dynamodb.BatchGetItem can leave keys unprocessed with a nil error; check out.UnprocessedKeys$`
	if err != nil {
		return nil, err
	}
	if len(out.Responses) == 0 {
		return nil, errors.New("nothing found")
	}
	for table, items := range out.Responses {
		for range items {
			found = append(found, table)
		}
	}
	return found, nil
}

// The payload of a function that failed is JSON, too.
func decoded(ctx context.Context, c *lambda.Client, in *lambda.InvokeInput, result any) error {
	out, err := c.Invoke(ctx, in) // want `check out.FunctionError$`
	if err != nil {
		return err
	}
	return json.Unmarshal(out.Payload, result)
}

func decodedWithStatus(ctx context.Context, c *lambda.Client, in *lambda.InvokeInput, result any) error {
	out, err := c.Invoke(ctx, in) // want `check out.FunctionError$`
	if err != nil {
		return err
	}
	if out.StatusCode != 200 {
		return fmt.Errorf("status %d", out.StatusCode)
	}
	return json.Unmarshal(out.Payload, result)
}

func old(ctx context.Context, c *cloudwatchlogs.Client, group, stream string, at time.Time) error {
	_, err := c.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{ // want `^cloudwatchlogs.PutLogEvents can fail for single log events with a nil error; check RejectedLogEventsInfo in its output$`
		LogGroupName: &group, LogStreamName: &stream,
		LogEvents: []types.InputLogEvent{
			{Message: aws.String("one"), Timestamp: aws.Int64(time.Now().UnixMilli())},
			{Message: aws.String("two"), Timestamp: aws.Int64(at.UnixMilli())},
		},
	})
	return err
}

// unchecked says why.
func unchecked(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	// do not check DeleteObjectsOutput because the bucket is emptied every night
	_, err := c.DeleteObjects(ctx, in) // want `info: s3.DeleteObjects can fail for single objects with a nil error`
	return err
}
