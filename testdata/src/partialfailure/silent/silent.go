// Package silent holds what the rule does not report.
package silent

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	lambdatypes "github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sfn"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type sender struct {
	last *kinesis.PutRecordsOutput
	c    *kinesis.Client
}

func (s *sender) returned(ctx context.Context, in *kinesis.PutRecordsInput) (*kinesis.PutRecordsOutput, error) {
	return s.c.PutRecords(ctx, in)
}

func (s *sender) returnedLater(ctx context.Context, in *kinesis.PutRecordsInput) (out *kinesis.PutRecordsOutput, err error) {
	out, err = s.c.PutRecords(ctx, in)
	return
}

func (s *sender) stored(ctx context.Context, in *kinesis.PutRecordsInput) (err error) {
	s.last, err = s.c.PutRecords(ctx, in)
	return err
}

func (s *sender) passed(ctx context.Context, in *kinesis.PutRecordsInput, check func(*kinesis.PutRecordsOutput) error) error {
	out, err := s.c.PutRecords(ctx, in)
	if err != nil {
		return err
	}
	return check(out)
}

func (s *sender) printed(ctx context.Context, in *kinesis.PutRecordsInput) error {
	out, err := s.c.PutRecords(ctx, in)
	log.Println(out)
	return err
}

func (s *sender) sent(ctx context.Context, in *kinesis.PutRecordsInput, to chan *kinesis.PutRecordsOutput) error {
	out, err := s.c.PutRecords(ctx, in)
	to <- out
	return err
}

func (s *sender) byHelper(ctx context.Context, in *kinesis.PutRecordsInput) error {
	out, err := s.c.PutRecords(ctx, in)
	if err != nil {
		return err
	}
	return failures(out)
}

func failures(out *kinesis.PutRecordsOutput) error {
	if *out.FailedRecordCount > 0 {
		return errors.New("not all records were put")
	}
	return nil
}

func (s *sender) byCode(ctx context.Context, in *kinesis.PutRecordsInput) error {
	out, err := s.c.PutRecords(ctx, in)
	if err != nil {
		return err
	}
	for i, r := range out.Records {
		if r.ErrorCode != nil {
			return fmt.Errorf("record %d: %s", i, *r.ErrorCode)
		}
	}
	return nil
}

func (s *sender) byNumber(ctx context.Context, in *kinesis.PutRecordsInput) error {
	out, err := s.c.PutRecords(ctx, in)
	if err != nil {
		return err
	}
	for i := range out.Records {
		if out.Records[i].SequenceNumber == nil {
			return fmt.Errorf("record %d failed", i)
		}
	}
	return nil
}

func (s *sender) bySlice(ctx context.Context, in *kinesis.PutRecordsInput, check func(any) error) error {
	out, err := s.c.PutRecords(ctx, in)
	if err != nil {
		return err
	}
	return check(out.Records)
}

func inClosure(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	var out *s3.DeleteObjectsOutput
	err := retry(func() error {
		var err error
		out, err = c.DeleteObjects(ctx, in)
		return err
	})
	if err != nil {
		return err
	}
	if len(out.Errors) > 0 {
		return errors.New("not all objects were deleted")
	}
	return nil
}

func retry(f func() error) error { return f() }

func deferred(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	out, err := c.DeleteObjects(ctx, in)
	defer func() {
		for _, e := range out.Errors {
			log.Print(*e.Code)
		}
	}()
	return err
}

func counted(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) error {
	out, err := c.SendMessageBatch(ctx, in)
	if err != nil {
		return err
	}
	if len(out.Successful) != len(in.Entries) {
		return errors.New("not all messages were sent")
	}
	return nil
}

func countReturned(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) (int, error) {
	out, err := c.SendMessageBatch(ctx, in)
	if err != nil {
		return 0, err
	}
	return len(out.Successful), nil
}

func again(ctx context.Context, c *dynamodb.Client, items map[string][]types.WriteRequest) error {
	for len(items) > 0 {
		out, err := c.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{RequestItems: items})
		if err != nil {
			return err
		}
		items = out.UnprocessedItems
	}
	return nil
}

func notAwaited(ctx context.Context, c *lambda.Client, name string) error {
	_, err := c.Invoke(ctx, &lambda.InvokeInput{FunctionName: &name, InvocationType: lambdatypes.InvocationTypeEvent})
	if err != nil {
		return err
	}
	in := &lambda.InvokeInput{FunctionName: &name}
	in.InvocationType = lambdatypes.InvocationTypeDryRun
	if _, err = c.Invoke(ctx, in); err != nil {
		return err
	}
	literal := lambda.InvokeInput{FunctionName: &name, InvocationType: "Event"}
	_, err = c.Invoke(ctx, &literal)
	return err
}

func notAwaitedAfterCopies(ctx context.Context, c *lambda.Client, name, version string) error {
	in := lambda.InvokeInput{FunctionName: &name}
	copied := in
	copied.Qualifier = &version
	in = copied
	in.InvocationType = lambdatypes.InvocationTypeEvent
	_, err := c.Invoke(ctx, &in)
	return err
}

func perhapsAwaited(ctx context.Context, c *lambda.Client, in *lambda.InvokeInput, kind lambdatypes.InvocationType) error {
	if _, err := c.Invoke(ctx, in); err != nil {
		return err
	}
	_, err := c.Invoke(ctx, &lambda.InvokeInput{InvocationType: kind})
	return err
}

func dryRun(ctx context.Context, c *ec2.Client, id string) error {
	_, err := c.DeleteVpcEndpoints(ctx, &ec2.DeleteVpcEndpointsInput{VpcEndpointIds: []string{id}, DryRun: aws.Bool(true)})
	return err
}

func dryRunLater(ctx context.Context, c *ec2.Client, in *ec2.CreateFleetInput) error {
	in.DryRun = aws.Bool(true)
	_, err := c.CreateFleet(ctx, in)
	return err
}

// What does not exist is not among the services, and nobody misses it.
func whatThereIs(ctx context.Context, c *ecs.Client, in *ecs.DescribeServicesInput) ([]string, error) {
	out, err := c.DescribeServices(ctx, in)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, s := range out.Services {
		names = append(names, *s.ServiceName)
	}
	return names, nil
}

func status(ctx context.Context, c *sfn.Client, in *sfn.StartSyncExecutionInput) (string, error) {
	out, err := c.StartSyncExecution(ctx, in)
	if err != nil {
		return "", err
	}
	if out.Status != "SUCCEEDED" {
		return "", errors.New("the execution did not succeed")
	}
	return *out.Output, nil
}

func oneByOne(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	_, err := c.DeleteObject(ctx, in)
	return err
}

// Where the error is thrown away, too, discarded says so.
func both(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) {
	c.DeleteObjects(ctx, in)
	_, _ = c.DeleteObjects(ctx, in)
}

type retrying struct{ c *s3.Client }

func (r retrying) DeleteObjects(ctx context.Context, in *s3.DeleteObjectsInput, opts ...func(*s3.Options)) (*s3.DeleteObjectsOutput, error) {
	out, err := r.c.DeleteObjects(ctx, in, opts...)
	if err == nil && len(out.Errors) > 0 {
		return out, errors.New("not all objects were deleted")
	}
	return out, err
}

func wrapped(ctx context.Context, r retrying, in *s3.DeleteObjectsInput) error {
	_, err := r.DeleteObjects(ctx, in)
	return err
}

type s3Deleter interface {
	DeleteObjects(context.Context, *s3.DeleteObjectsInput, ...func(*s3.Options)) (*s3.DeleteObjectsOutput, error)
}

type mockDeleter struct{}

func (mockDeleter) DeleteObjects(ctx context.Context, in *s3.DeleteObjectsInput, _ ...func(*s3.Options)) (*s3.DeleteObjectsOutput, error) {
	return nil, nil
}

func mocked(ctx context.Context, in *s3.DeleteObjectsInput) error {
	_, err := mockDeleter{}.DeleteObjects(ctx, in)
	return err
}
