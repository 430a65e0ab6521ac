// Package sentold sends log events that bear another time, or one that nobody knows.
package sentold

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
)

func now(text string) types.InputLogEvent {
	return types.InputLogEvent{Message: &text, Timestamp: aws.Int64(time.Now().UnixMilli())}
}

func then(text string, at time.Time) types.InputLogEvent {
	return types.InputLogEvent{Message: &text, Timestamp: aws.Int64(at.UnixMilli())}
}

func send(ctx context.Context, c *cloudwatchlogs.Client, batch []types.InputLogEvent) error {
	_, err := c.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{LogEvents: batch}) // want `^cloudwatchlogs.PutLogEvents can fail for single log events`
	return err
}

func sendCopy(ctx context.Context, c *cloudwatchlogs.Client, text string) error {
	var event types.InputLogEvent
	copied := event
	copied.Message = &text
	event = copied
	event.Message = aws.String("again: " + text)
	_, err := c.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{LogEvents: []types.InputLogEvent{event}}) // want `^cloudwatchlogs.PutLogEvents can fail for single log events`
	return err
}
