// Command example shows what the rule reports.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

func process(data []byte) error {
	var o order
	if err := json.Unmarshal(data, &o); err != nil {
		return err
	}
	if o.ID == "" {
		return errors.New("no order ID")
	}
	return nil
}

func messages(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	for _, m := range e.Records {
		if err := process([]byte(m.Body)); err != nil {
			log.Printf("message %s: %v", m.MessageId, err) // want `this error is only logged, so the message is deleted; add the record to BatchItemFailures`
		}
	}
	return events.SQSEventResponse{}, nil
}

func receipts(ctx context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var response events.SQSEventResponse
	for _, m := range e.Records {
		if err := process([]byte(m.Body)); err != nil {
			log.Print(err)
			response.BatchItemFailures = append(response.BatchItemFailures, events.SQSBatchItemFailure{
				ItemIdentifier: m.ReceiptHandle, // want `a receipt handle as ItemIdentifier makes Lambda retry the whole batch; use MessageId`
			})
		}
	}
	return response, nil
}

func stream(ctx context.Context, e events.KinesisEvent) (events.KinesisEventResponse, error) {
	failures := []events.KinesisBatchItemFailure{}
	for _, r := range e.Records {
		err := process(r.Kinesis.Data)
		if err != nil {
			log.Print(err) // want `this error is only logged, so the stream moves on; add the record to BatchItemFailures`
			continue
		}
		log.Print("processed ", r.EventID)
	}
	return events.KinesisEventResponse{BatchItemFailures: failures}, nil
}

func main() {
	switch os.Getenv("HANDLER") {
	case "messages":
		lambda.Start(messages)
	case "receipts":
		lambda.Start(receipts)
	case "stream":
		lambda.Start(stream)
	}
}
