package main

import (
	"context"
	"errors"
	"log"
	"slices"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var client *sqs.Client

func check(string) error { return errors.New("x") }

// A return in the body of a loop over a function made the last one return what may be an error.
func handle(ctx context.Context, in events.KinesisEvent) (events.KinesisEventResponse, error) {
	var resp events.KinesisEventResponse
	for _, record := range in.Records {
		if _, err := client.SendMessage(ctx, &sqs.SendMessageInput{}); err != nil {
			log.Print(err)
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.KinesisBatchItemFailure{ItemIdentifier: record.Kinesis.SequenceNumber})
		}
	}
	for _, record := range slices.Backward(in.Records) {
		if err := check(record.EventID); err != nil {
			return events.KinesisEventResponse{}, err
		}
	}
	defer log.Print("done")
	return resp, nil
}

func main() { lambda.Start(handle) }
