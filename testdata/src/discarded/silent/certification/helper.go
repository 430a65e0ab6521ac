// Package certification_test is for tests, although the name of its file does not say so.
package certification_test

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// TearDown deletes the queue.
func TearDown(ctx context.Context, c *sqs.Client, in *sqs.DeleteQueueInput) {
	_, _ = c.DeleteQueue(ctx, in)
}
