// Package batch has handlers of batches that return the error of a record beside the list of failures.
package batch

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(m events.SQSMessage) error {
	if m.Body == "" {
		return errors.New("no body")
	}
	return nil
}

// last returns the error of the last record that failed.
func last(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var resp events.SQSEventResponse
	var failure error
	for _, m := range e.Records {
		if err := process(m); err != nil {
			failure = err
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return resp, failure // want `list of failures is ignored, since Lambda retries the whole batch for the error beside it; return it with a nil error$`
}

// all returns the errors of all records.
func all(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var failures []events.SQSBatchItemFailure
	var errs []error
	for _, m := range e.Records {
		err := process(m)
		if err == nil {
			continue
		}
		errs = append(errs, fmt.Errorf("message %s: %w", m.MessageId, err))
		failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
	}
	return events.SQSEventResponse{BatchItemFailures: failures}, errors.Join(errs...) // want `list of failures is ignored`
}

// first stops at the first failure. No fix: the other records have to be listed, too.
func first(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var failures []events.SQSBatchItemFailure
	for _, m := range e.Records {
		if err := process(m); err != nil {
			failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
			return events.SQSEventResponse{BatchItemFailures: failures}, err // want `list of failures is ignored`
		}
	}
	return events.SQSEventResponse{}, nil
}

func flush() error { return errors.New("not flushed") }

// backward goes through the records by a function, and returns an error of a record, none, and another one.
func backward(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var resp events.SQSEventResponse
	records := slices.Backward(e.Records)
	for _, m := range records {
		err := process(m)
		if err == nil {
			continue
		}
		resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		if m.Body == "stop" {
			return resp, err // want `list of failures is ignored`
		}
		if len(resp.BatchItemFailures) == 10 {
			return resp, nil
		}
	}
	if err := flush(); err != nil {
		return resp, err
	}
	return resp, nil
}

func main() {
	lambda.Start(last)
	lambda.Start(backward)
	lambda.Start(all)
	lambda.Start(first)
}
