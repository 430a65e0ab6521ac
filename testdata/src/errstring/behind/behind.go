// Package behind asks errors of interfaces with several types behind them for texts.
package behind

import (
	"context"
	"strings"

	"example.com/fixtures/errstring/behind/queue"
)

// isGoneOnSend finds the errors of both types by their texts, and by their type only those of one.
func isGoneOnSend(ctx context.Context, s queue.Sender) bool {
	err := s.Send(ctx)
	return err != nil && strings.Contains(err.Error(), "QueueDoesNotExist")
}

// isGoneOnDelete finds what the type in memory says.
func isGoneOnDelete(ctx context.Context, d queue.Deleter) bool {
	err := d.Delete(ctx)
	return err != nil && strings.Contains(err.Error(), "QueueDoesNotExist")
}

func isGoneOnReceive(ctx context.Context, r queue.Receiver) bool {
	err := r.Receive(ctx)
	return err != nil && strings.Contains(err.Error(), "QueueDoesNotExist") // want `the error of sqs.ReceiveMessage is matched by its text; match \*types.QueueDoesNotExist`
}
