// Package service has handlers that another package starts.
package service

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// Notifier sends what it is told.
type Notifier struct{ Queue *sqs.Client }

// Handle is started by the program.
func (n Notifier) Handle(ctx context.Context, e events.EventBridgeEvent) error {
	if _, err := n.Queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.ID}); err != nil {
		log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; return it$`
	}
	return nil
}

// Send gets an event from somebody of the package, who may have it from anywhere.
func (n Notifier) Send(ctx context.Context, e events.EventBridgeEvent) error {
	if _, err := n.Queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.ID}); err != nil {
		log.Print(err)
	}
	return nil
}

// All sends events that come together.
func (n Notifier) All(ctx context.Context, all []events.EventBridgeEvent) error {
	for _, e := range all {
		if err := n.Send(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

// A Sender sends events, which it may have from a queue.
type Sender interface {
	Forward(ctx context.Context, e events.EventBridgeEvent) error
}

// Forward is called through the interface.
func (n Notifier) Forward(ctx context.Context, e events.EventBridgeEvent) error {
	if _, err := n.Queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.ID}); err != nil {
		log.Print(err)
	}
	return nil
}

// Start is started by the program as well.
func (n Notifier) Start(ctx context.Context, e events.EventBridgeEvent) {
	if _, err := n.Queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.ID}); err != nil {
		log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; add an error result and return it$`
	}
}

// Run is started here, and may be called elsewhere.
func (n Notifier) Run(ctx context.Context, e events.EventBridgeEvent) {
	if _, err := n.Queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.ID}); err != nil {
		log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; add an error result and return it$`
	}
}

func init() { lambda.Start(Notifier{}.Run) }
