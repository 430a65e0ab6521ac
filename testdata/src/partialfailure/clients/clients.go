// Package clients calls operations through interfaces and functions. In tests these are mocks,
// which return nil for outputs that the program does not read.
package clients

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type api interface {
	DeleteObjects(context.Context, *s3.DeleteObjectsInput, ...func(*s3.Options)) (*s3.DeleteObjectsOutput, error)
	PutRecords(context.Context, *kinesis.PutRecordsInput, ...func(*kinesis.Options)) (*kinesis.PutRecordsOutput, error)
	BatchExecuteStatement(context.Context, *dynamodb.BatchExecuteStatementInput, ...func(*dynamodb.Options)) (*dynamodb.BatchExecuteStatementOutput, error)
}

func remove(ctx context.Context, c api, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(ctx, in) // want `check Errors in its output`
	if err != nil {
		return err
	}
	return nil
}

func removeInHeader(ctx context.Context, c api, in *s3.DeleteObjectsInput) error {
	if _, err := c.DeleteObjects(ctx, in); err != nil { // want `check Errors in its output`
		return err
	}
	return nil
}

func removeAndWrap(ctx context.Context, c api, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(ctx, in) // want `check Errors in its output`
	return wrap(err)
}

func wrap(err error) error { return errors.Join(err) }

func put(ctx context.Context, c api, in *kinesis.PutRecordsInput) error {
	_, err := c.PutRecords(ctx, in) // want `check FailedRecordCount in its output`
	if err != nil {
		return err
	}
	return nil
}

func execute(ctx context.Context, c api, in *dynamodb.BatchExecuteStatementInput) error {
	_, err := c.BatchExecuteStatement(ctx, in) // want `check Responses\[i\].Error in its output`
	if err != nil {
		return err
	}
	return nil
}

// Who reads the output anyway has mocks that return one.
func removeAndRead(ctx context.Context, c api, in *s3.DeleteObjectsInput) (int, error) {
	out, err := c.DeleteObjects(ctx, in) // want `check out.Errors`
	if err != nil {
		return 0, err
	}
	fmt.Println("deleted", len(out.Deleted))
	return 1, nil
}

func removeAndReadIfAny(ctx context.Context, c api, in *s3.DeleteObjectsInput) error {
	out, err := c.DeleteObjects(ctx, in) // want `check out.Errors`
	if err != nil {
		return err
	}
	if out != nil {
		fmt.Println("deleted", len(out.Deleted))
	}
	return nil
}

type sender struct {
	put func(context.Context, *kinesis.PutRecordsInput, ...func(*kinesis.Options)) (*kinesis.PutRecordsOutput, error)
}

func (s sender) send(ctx context.Context, in *kinesis.PutRecordsInput) error {
	_, err := s.put(ctx, in) // want `check FailedRecordCount in its output`
	return err
}
