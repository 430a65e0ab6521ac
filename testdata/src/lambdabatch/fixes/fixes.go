// Package fixes has the places that the rule reports, with and without a fix.
package fixes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(data string) error { return os.Remove(data) }

func noResponse(ctx context.Context, e events.SQSEvent) error {
	for i := range e.Records {
		if err := process(e.Records[i].Body); err != nil {
			slog.Error("failed", "error", err.Error()) // want `deleted as processed; return BatchItemFailures, and set ReportBatchItemFailures in the event source mapping, or return the error`
		}
	}
	return nil
}

func nothing(e *events.DynamoDBEvent) {
	for _, r := range e.Records {
		err := process(r.EventID)
		if err != nil {
			continue // want `the error of this record is .*: the stream goes on`
		}
		fmt.Println(r.EventID)
	}
}

func undecodable(e events.SQSEvent) error {
	for _, m := range e.Records {
		var v any
		if err := json.Unmarshal([]byte(m.Body), &v); err != nil {
			fmt.Println(errors.Join(err), string(m.Body)) // want `the error of this record is dropped`
		}
	}
	return nil
}

func changes(ctx context.Context, e events.DynamoDBEvent) (resp events.DynamoDBEventResponse, err error) {
	for _, r := range e.Records {
		if err := process(r.EventID); err != nil {
			slog.Error("failed", "record", r.Change.SequenceNumber) // want `the error of this record is dropped`
			continue
		}
		if err := process(r.EventName); err != nil {
			slog.ErrorContext(ctx, "failed", slog.Any("error", err)) // want `the error of this record is dropped`
			continue
		}
	}
	return resp, nil
}

func twice(e events.SQSEvent) (*events.SQSEventResponse, error) {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("body") // want `the error of this record is dropped`
			continue
		}
		if err := process(m.MessageId); err != nil {
			slog.Error("id") // want `the error of this record is dropped`
		}
		for name := range m.Attributes {
			if err := process(name); err != nil {
				slog.Error(name) // want `the error of this record is dropped`
			}
		}
	}
	return &events.SQSEventResponse{}, nil
}

func none(e events.SQSEvent) (*events.SQSEventResponse, error) {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("body") // want `the error of this record is dropped`
		}
	}
	return nil, nil
}

func identifiers(e events.KinesisEvent, d events.DynamoDBEvent, m events.SQSMessage) (failures []any) {
	for _, r := range e.Records {
		failures = append(failures, events.KinesisBatchItemFailure{ItemIdentifier: r.EventID})              // want `ItemIdentifier must be Kinesis.SequenceNumber; with an event ID the whole batch is retried`
		failures = append(failures, events.KinesisBatchItemFailure{ItemIdentifier: r.Kinesis.PartitionKey}) // want `ItemIdentifier must be Kinesis.SequenceNumber; with its PartitionKey the whole batch is retried`
	}
	for _, r := range d.Records {
		failures = append(failures, &events.DynamoDBBatchItemFailure{r.EventID}) // want `ItemIdentifier must be Change.SequenceNumber; with an event ID the whole batch is retried`
	}
	failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.Body}) // want `ItemIdentifier must be MessageId; with a body the whole batch is retried`
	failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: "all"})  // want `ItemIdentifier must be MessageId; with a constant the whole batch is retried`
	failures = append(failures, events.SQSBatchItemFailure{})                       // want `ItemIdentifier must be MessageId; with an empty one the whole batch is retried`
	failures = append(failures, []events.SQSBatchItemFailure{{}})                   // want `ItemIdentifier must be MessageId; with an empty one the whole batch is retried`
	var one events.SQSBatchItemFailure
	one.ItemIdentifier = m.ReceiptHandle             // want `with a receipt handle the whole batch is retried`
	return append(failures, one, failure{ID: "all"}) // want `ItemIdentifier must be MessageId or SequenceNumber; with a constant`
}

type failure struct {
	ID string `json:"itemIdentifier"`
}

func main() {
	lambda.Start(noResponse)
	lambda.Start(nothing)
	lambda.Start(undecodable)
	lambda.Start(changes)
	lambda.Start(twice)
	lambda.Start(none)
	lambda.Start(twoLoops)
}

// twoLoops gets one list of failures: the second fix waits until there is one.
func twoLoops(e events.SQSEvent) (events.SQSEventResponse, error) {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("failed", "message", m.MessageId) // want `the error of this record is dropped`
		}
	}
	for _, m := range e.Records {
		if err := process(m.EventSource); err != nil {
			slog.Error("failed", "source", m.EventSource) // want `the error of this record is dropped`
		}
	}
	return events.SQSEventResponse{}, nil
}
