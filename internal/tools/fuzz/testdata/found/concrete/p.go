package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var client *sqs.Client

type failure struct{ text string }

func (f *failure) Error() string { return f.text }

// The handler returns an error, but not any, and somebody else wants it like that.
func handle(ctx context.Context, in events.SNSEvent) *failure {
	_, err := client.SendMessage(ctx, &sqs.SendMessageInput{})
	if err != nil {
		log.Print(err)
		return nil
	}
	return nil
}

func try(ctx context.Context) *failure { return handle(ctx, events.SNSEvent{}) }

func main() {
	log.Print(try(context.Background()))
	lambda.Start(handle)
}
