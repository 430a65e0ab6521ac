// Package fixes has the places that the rule reports, with and without a fix.
package fixes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"slices"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(data string) error { return os.Remove(data) }

func noResponse(ctx context.Context, e events.SQSEvent) error {
	for i := range e.Records {
		if err := process(e.Records[i].Body); err != nil {
			slog.Error("failed", "error", err.Error()) // want `this error is only logged, so the message is deleted; return it, or report it in BatchItemFailures`
		}
	}
	return nil
}

func nothing(e *events.DynamoDBEvent) {
	for _, r := range e.Records {
		err := process(r.EventID)
		if err != nil {
			continue // want `this error is .*, so the stream moves on; let the handler report it`
		}
		fmt.Println(r.EventID)
	}
}

func undecodable(e events.SQSEvent) error {
	for _, m := range e.Records {
		var v any
		if err := json.Unmarshal([]byte(m.Body), &v); err != nil {
			fmt.Println(errors.Join(err), string(m.Body)) // want `this error is only logged, so the message is deleted; report it in BatchItemFailures`
		}
	}
	return nil
}

type item struct{ ID string }

func (i *item) Validate() error { return errors.New("no ID") }

func (i *item) ValidateAgainst(ctx context.Context) error { return process(i.ID) }

// poisoned records would block the stream if they came again.
func poisoned(ctx context.Context, e events.KinesisEvent) (resp events.KinesisEventResponse, err error) {
	for _, r := range e.Records {
		var i item
		if err := json.Unmarshal(r.Kinesis.Data, &i); err != nil {
			slog.Error("decode") // want `this error is only logged, so the stream moves on; send the record to a dead-letter queue`
			continue
		}
		if err := i.Validate(); err != nil {
			slog.Error("invalid") // want `this error is only logged, so the stream moves on; send the record to a dead-letter queue`
			continue
		}
		if err := i.ValidateAgainst(ctx); err != nil {
			slog.Error("refused") // want `this error is only logged, so the stream moves on; add the record to BatchItemFailures`
			continue
		}
	}
	return resp, nil
}

// accepted has a comment that says what is meant.
func accepted(e events.SQSEvent) (resp events.SQSEventResponse, err error) {
	// Since we don't want one bad notification to lose us the rest, we log failures and continue.
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("body") // want `info: this error is only logged, so the message is deleted; add the record to BatchItemFailures`
			continue
		}
	}
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			// Log the error and go on with the next message.
			slog.Error("body") // want `info: this error is only logged`
			continue
		}
	}
	// Log all messages and go on with the next batch.
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("body") // want `this error is only logged, so the message is deleted; add the record to BatchItemFailures`
			continue
		}
	}
	return resp, nil
}

func changes(ctx context.Context, e events.DynamoDBEvent) (resp events.DynamoDBEventResponse, err error) {
	for _, r := range e.Records {
		if err := process(r.EventID); err != nil {
			slog.Error("failed", "record", r.Change.SequenceNumber) // want `this error is only logged, so the (message is deleted|stream moves on)`
			continue
		}
		if err := process(r.EventName); err != nil {
			slog.ErrorContext(ctx, "failed", slog.Any("error", err)) // want `this error is only logged, so the (message is deleted|stream moves on)`
			continue
		}
	}
	return resp, nil
}

func twice(e events.SQSEvent) (*events.SQSEventResponse, error) {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("body") // want `this error is only logged, so the (message is deleted|stream moves on)`
			continue
		}
		if err := process(m.MessageId); err != nil {
			slog.Error("id") // want `this error is only logged, so the (message is deleted|stream moves on)`
		}
		for name := range m.Attributes {
			if err := process(name); err != nil {
				slog.Error(name) // want `this error is only logged, so the (message is deleted|stream moves on)`
			}
		}
	}
	return &events.SQSEventResponse{}, nil
}

func none(e events.SQSEvent) (*events.SQSEventResponse, error) {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("body") // want `this error is only logged, so the (message is deleted|stream moves on)`
		}
	}
	return nil, nil
}

func identifiers(e events.KinesisEvent, d events.DynamoDBEvent, m events.SQSMessage) (failures []any) {
	for _, r := range e.Records {
		failures = append(failures, events.KinesisBatchItemFailure{ItemIdentifier: r.EventID})              // want `an event ID as ItemIdentifier makes Lambda retry the whole batch; use Kinesis.SequenceNumber`
		failures = append(failures, events.KinesisBatchItemFailure{ItemIdentifier: r.Kinesis.PartitionKey}) // want `the PartitionKey as ItemIdentifier makes Lambda retry the whole batch; use Kinesis.SequenceNumber`
	}
	for _, r := range d.Records {
		failures = append(failures, &events.DynamoDBBatchItemFailure{r.EventID}) // want `an event ID as ItemIdentifier makes Lambda retry the whole batch; use Change.SequenceNumber`
	}
	failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.Body}) // want `a body as ItemIdentifier makes Lambda retry the whole batch; use MessageId`
	failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: "all"})  // want `a constant ItemIdentifier makes Lambda retry the whole batch; use MessageId`
	failures = append(failures, events.SQSBatchItemFailure{})                       // want `an empty ItemIdentifier makes Lambda retry the whole batch; use MessageId`
	failures = append(failures, []events.SQSBatchItemFailure{{}})                   // want `an empty ItemIdentifier makes Lambda retry the whole batch; use MessageId`
	var one events.SQSBatchItemFailure
	one.ItemIdentifier = m.ReceiptHandle             // want `a receipt handle as ItemIdentifier`
	return append(failures, one, failure{ID: "all"}) // want `a constant ItemIdentifier makes Lambda retry the whole batch; use MessageId or SequenceNumber`
}

func numbered(e events.SQSEvent) (resp events.SQSEventResponse, err error) {
	for i, m := range slices.All(e.Records) {
		if err := process(m.Body); err != nil {
			slog.Error("failed", "number", i, "error", err) // want `this error is only logged, so the message is deleted; add the record to BatchItemFailures`
		}
	}
	return resp, nil
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
	lambda.Start(numbered)
	lambda.Start(twoLoops)
}

// twoLoops gets one list of failures: the second fix waits until there is one.
func twoLoops(e events.SQSEvent) (events.SQSEventResponse, error) {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			slog.Error("failed", "message", m.MessageId) // want `this error is only logged, so the (message is deleted|stream moves on)`
		}
	}
	for _, m := range e.Records {
		if err := process(m.EventSource); err != nil {
			slog.Error("failed", "source", m.EventSource) // want `this error is only logged, so the (message is deleted|stream moves on)`
		}
	}
	return events.SQSEventResponse{}, nil
}
