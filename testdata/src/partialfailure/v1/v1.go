// Package v1 uses version 1 of the SDK.
package v1

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/dynamodb/dynamodbiface"
	"github.com/aws/aws-sdk-go/service/ecs"
	"github.com/aws/aws-sdk-go/service/kinesis"
	"github.com/aws/aws-sdk-go/service/lambda"
	"github.com/aws/aws-sdk-go/service/lightsail"
	"github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/sqs"
)

func remove(c *s3.S3, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(in) // want `^s3.DeleteObjects can fail for single objects with a nil error; check Errors in its output$`
	if err != nil {
		return err
	}
	return nil
}

func put(ctx aws.Context, c *kinesis.Kinesis, in *kinesis.PutRecordsInput) error {
	out, err := c.PutRecordsWithContext(ctx, in) // want `check out.FailedRecordCount$`
	if err != nil {
		return err
	}
	fmt.Println(len(out.Records), "records")
	return nil
}

func write(c dynamodbiface.DynamoDBAPI, in *dynamodb.BatchWriteItemInput) error {
	_, err := c.BatchWriteItem(in) // want `check UnprocessedItems in its output$`
	return err
}

func run(c *ecs.ECS, in *ecs.RunTaskInput) error {
	if _, err := c.RunTask(in); err != nil { // want `check Failures in its output$`
		return err
	}
	return nil
}

func invoke(c *lambda.Lambda, name string, result any) error {
	out, err := c.Invoke(&lambda.InvokeInput{FunctionName: &name, InvocationType: aws.String(lambda.InvocationTypeRequestResponse)}) // want `check out.FunctionError$`
	if err != nil {
		return err
	}
	return json.Unmarshal(out.Payload, result)
}

func invokeLater(c *lambda.Lambda, name string) error {
	_, err := c.Invoke(&lambda.InvokeInput{FunctionName: &name, InvocationType: aws.String("Event")})
	return err
}

func checked(c *sqs.SQS, in *sqs.SendMessageBatchInput) error {
	out, err := c.SendMessageBatch(in)
	if err != nil {
		return err
	}
	if len(out.Failed) > 0 {
		return errors.New("not all messages were sent")
	}
	return nil
}

func again(c dynamodbiface.DynamoDBAPI, in *dynamodb.BatchWriteItemInput) error {
	for len(in.RequestItems) > 0 {
		out, err := c.BatchWriteItem(in)
		if err != nil {
			return err
		}
		in.RequestItems = out.UnprocessedItems
	}
	return nil
}

func passed(c *s3.S3, in *s3.DeleteObjectsInput) (*s3.DeleteObjectsOutput, error) {
	return c.DeleteObjects(in)
}

func byElement(c *kinesis.Kinesis, in *kinesis.PutRecordsInput) error {
	out, err := c.PutRecords(in)
	if err != nil {
		return err
	}
	for _, r := range out.Records {
		if r.ErrorCode != nil {
			return errors.New(*r.ErrorCode)
		}
	}
	return nil
}

// The operations of Lightsail go on after the call.
func detach(c *lightsail.Lightsail, in *lightsail.DetachDiskInput) error {
	_, err := c.DetachDisk(in)
	return err
}
