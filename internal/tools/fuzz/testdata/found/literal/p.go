package literal

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

// The branch that drops the error calls a function that has no name.
func receive(ctx context.Context, c *sqs.Client) bool {
	done := false
	_, err := c.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{})
	if err != nil {
		if err == errFailed {
			done = func() error {
				_, err := c.DeleteMessage(ctx, &sqs.DeleteMessageInput{})
				return err
			}() == nil
		}
	}
	return done
}
