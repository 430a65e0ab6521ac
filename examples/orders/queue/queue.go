// Package queue tells other services about orders through SQS.
package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
	"github.com/aws/smithy-go"
)

// ErrNotDeployed is returned where the queue does not exist.
var ErrNotDeployed = errors.New("queue is not deployed")

// Queue is the queue of events.
type Queue struct {
	sqs *sqs.Client
	url string
}

// Open returns the queue called name.
func Open(ctx context.Context, client *sqs.Client, name string) (*Queue, error) {
	out, err := client.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{QueueName: &name})
	if err != nil {
		var apiErr smithy.APIError
		if errors.As(err, &apiErr) {
			return nil, fmt.Errorf("open queue %s: %s", name, apiErr.ErrorCode())
		}
		var missing *types.QueueDoesNotExist
		if errors.As(err, &missing) {
			return nil, ErrNotDeployed
		}
		return nil, err
	}
	return &Queue{sqs: client, url: aws.ToString(out.QueueUrl)}, nil
}

// An Event is something that has happened to an order.
type Event struct {
	Order string `json:"order"`
	Kind  string `json:"kind"`
}

// Publish sends up to ten events.
func (q *Queue) Publish(ctx context.Context, events ...Event) error {
	var entries []types.SendMessageBatchRequestEntry
	for i, event := range events {
		body, err := json.Marshal(event)
		if err != nil {
			return fmt.Errorf("encode event of order %s: %w", event.Order, err)
		}
		entries = append(entries, types.SendMessageBatchRequestEntry{
			Id:          aws.String(strconv.Itoa(i)),
			MessageBody: aws.String(string(body)),
		})
	}
	_, err := q.sqs.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{QueueUrl: &q.url, Entries: entries})
	if err != nil {
		return fmt.Errorf("publish %d events: %w", len(events), err)
	}
	return nil
}

// Consume hands each event to handle, until handle or the queue fails.
func (q *Queue) Consume(ctx context.Context, handle func(Event) error) error {
	for {
		out, err := q.sqs.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{QueueUrl: &q.url, WaitTimeSeconds: 20})
		if err != nil {
			return fmt.Errorf("receive events: %w", err)
		}
		for _, message := range out.Messages {
			var event Event
			if err := json.Unmarshal([]byte(aws.ToString(message.Body)), &event); err != nil {
				return fmt.Errorf("decode event: %w", err)
			}
			if err := handle(event); err != nil {
				return fmt.Errorf("handle event of order %s: %w", event.Order, err)
			}
			_, _ = q.sqs.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: &q.url, ReceiptHandle: message.ReceiptHandle})
		}
	}
}
