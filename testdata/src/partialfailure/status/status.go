// Package status has errors that tell more than a text, so that no fix makes others.
package status

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type statusError struct {
	status int
	cause  error
}

func (e *statusError) Error() string { return fmt.Sprintf("%d: %v", e.status, e.cause) }

func withStatus(status int, err error) error { return &statusError{status, err} }

func send(ctx context.Context, c *sqs.Client, in *sqs.SendMessageBatchInput) error {
	_, err := c.SendMessageBatch(ctx, in) // want `sqs.SendMessageBatch can fail`
	if err != nil {
		return withStatus(500, err)
	}
	return nil
}
