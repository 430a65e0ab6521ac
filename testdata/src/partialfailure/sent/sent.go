// Package sent sends log events that are made elsewhere, each of the time at which it is made.
package sent

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
)

type writer struct {
	c      *cloudwatchlogs.Client
	events chan types.InputLogEvent
}

func (w *writer) Write(text []byte) (int, error) {
	w.events <- types.InputLogEvent{Message: aws.String(string(text))}
	return len(text), nil
}

func (w *writer) run(ctx context.Context, ticks <-chan time.Time) error {
	var batch []types.InputLogEvent
	for {
		select {
		case event := <-w.events:
			event.Timestamp = aws.Int64(time.Now().UTC().UnixMilli())
			batch = append(batch, event)
		case <-ticks:
			if err := w.send(ctx, batch); err != nil {
				return err
			}
			batch = nil
		}
	}
}

func (w *writer) send(ctx context.Context, batch []types.InputLogEvent) error {
	_, err := w.c.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{LogEvents: batch})
	return err
}

var events [1]types.InputLogEvent

func sendArray(ctx context.Context, c *cloudwatchlogs.Client) error {
	_, err := c.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{LogEvents: events[:]})
	return err
}
