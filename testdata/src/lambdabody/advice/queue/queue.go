// Package queue sends orders to SQS.
package queue

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// A Queue has orders.
type Queue struct {
	client *sqs.Client
	table  *dynamodb.Client
}

// Send sends text. Its errors have the text of those of AWS, and do not unwrap to them.
func (q *Queue) Send(ctx context.Context, text string) error {
	if _, err := q.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &text}); err != nil {
		return fmt.Errorf("send: %v", err)
	}
	return nil
}

// Receive makes errors of texts.
func (q *Queue) Receive(ctx context.Context) error {
	if _, err := q.client.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{}); err != nil {
		return errors.New("receive: " + err.Error())
	}
	return nil
}

// A Failure says no more than what it is about.
type Failure struct {
	What  string
	cause error
}

func (f *Failure) Error() string { return f.What }

// Delete hides the errors of AWS.
func (q *Queue) Delete(ctx context.Context) error {
	if _, err := q.client.DeleteMessage(ctx, &sqs.DeleteMessageInput{}); err != nil {
		return &Failure{"delete", err}
	}
	return nil
}

// Purge does so, too, of a text.
func (q *Queue) Purge(ctx context.Context) error {
	if _, err := q.client.DeleteMessageBatch(ctx, &sqs.DeleteMessageBatchInput{}); err != nil {
		return &Failure{"purge", fmt.Errorf("delete: %v", err)}
	}
	return nil
}

// Logged logs its errors.
func (q *Queue) Logged(ctx context.Context) error {
	_, err := q.client.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{})
	if err != nil {
		log.Printf("receive: %v", err)
		return err
	}
	return nil
}

// List decodes items.
func (q *Queue) List(ctx context.Context) (names []string, err error) {
	out, err := q.table.Scan(ctx, &dynamodb.ScanInput{})
	if err != nil {
		return nil, err
	}
	if err := attributevalue.UnmarshalListOfMaps(out.Items, &names); err != nil {
		return nil, err
	}
	if _, err := attributevalue.MarshalMap(names); err != nil {
		return nil, err
	}
	return names, nil
}
