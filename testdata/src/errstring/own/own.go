// Package own matches errors that the program may have made itself.
package own

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
	sqsv1 "github.com/aws/aws-sdk-go/service/sqs"
)

// launch makes errors of the failures in an output, which have no type.
func launch(ctx context.Context, c *ec2.Client, in *ec2.CreateFleetInput) error {
	out, err := c.CreateFleet(ctx, in)
	if err != nil {
		return fmt.Errorf("create fleet: %w", err)
	}
	for _, failure := range out.Errors {
		return fmt.Errorf("launch: %s: %s", aws.ToString(failure.ErrorCode), aws.ToString(failure.ErrorMessage))
	}
	return nil
}

func reason(ctx context.Context, c *ec2.Client, in *ec2.CreateFleetInput) string {
	switch err := launch(ctx, c, in); {
	case err == nil:
		return ""
	case strings.Contains(err.Error(), "UnauthorizedOperation"):
		return "not allowed"
	case strings.Contains(err.Error(), "MaxSpotInstanceCountExceeded"), strings.Contains(err.Error(), "VcpuLimitExceeded"):
		return "too many"
	}
	return "failed"
}

// send makes an error of the code itself before SQS can.
func send(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) error {
	if len(in.Entries) > 100 {
		return errors.New((&types.BatchRequestTooLong{}).ErrorCode())
	}
	if len(in.Entries) > 10 {
		return errors.New("BatchRequestTooLong")
	}
	_, err := c.SendMessageBatch(ctx, in)
	return err
}

func tooLong(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) bool {
	err := send(ctx, c, in)
	return err != nil && strings.Contains(err.Error(), "BatchRequestTooLong")
}

var errEmpty = errors.New("no messages")

// flush makes errors that say something else.
func flush(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) error {
	if len(in.Entries) == 0 {
		return errEmpty
	}
	if len(in.Entries) > 10 {
		return fmt.Errorf("%d messages are too many", len(in.Entries))
	}
	_, err := c.SendMessageBatch(ctx, in)
	return err
}

func flushed(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) bool {
	err := flush(ctx, c, in)
	return err != nil && strings.Contains(err.Error(), "BatchRequestTooLong") // want `^the error of sqs.SendMessageBatch is matched by its text; match \*types.BatchRequestTooLong$`
}

// SendMessageBatch has the name and the input of the operation, and does more.
func SendMessageBatch(c *sqsv1.SQS, in *sqsv1.SendMessageBatchInput) (*sqsv1.SendMessageBatchOutput, error) {
	if len(in.Entries) > 10 {
		return nil, errors.New(sqsv1.ErrCodeBatchRequestTooLong)
	}
	return c.SendMessageBatch(in)
}

func sent(c *sqsv1.SQS, in *sqsv1.SendMessageBatchInput) bool {
	_, err := SendMessageBatch(c, in)
	return err != nil && err.Error() == sqsv1.ErrCodeBatchRequestTooLong
}
