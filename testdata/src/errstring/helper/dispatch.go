package helper

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// A purger is one that the package implements, and others may implement.
type purger interface {
	purge(ctx context.Context, queue string) error
}

type client struct{ sqs *sqs.Client }

func (c *client) purge(ctx context.Context, queue string) error {
	_, err := c.sqs.PurgeQueue(ctx, &sqs.PurgeQueueInput{QueueUrl: &queue})
	return err
}

type fakePurger struct{ err error }

func (f fakePurger) purge(context.Context, string) error { return f.err }

func purge(ctx context.Context, p purger, queue string) error {
	err := p.purge(ctx, queue)
	if err != nil && strings.Contains(err.Error(), "PurgeQueueInProgress") { // want `^the error of sqs.PurgeQueue is matched by its text; match \*types.PurgeQueueInProgress$`
		return nil
	}
	return err
}

// A wrapper has methods of its own for operations.
type wrapper interface {
	DeleteQueueWithContext(ctx context.Context, in *sqs.DeleteQueueInput) (*sqs.DeleteQueueOutput, error)
}

func remove(ctx context.Context, w wrapper, in *sqs.DeleteQueueInput) error {
	_, err := w.DeleteQueueWithContext(ctx, in)
	if err != nil && strings.Contains(err.Error(), "QueueDoesNotExist") { // want `^the error of sqs.DeleteQueue is matched by its text; match \*types.QueueDoesNotExist$`
		return nil
	}
	return err
}

var _ = []purger{(*client)(nil), fakePurger{}}
