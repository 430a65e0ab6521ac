package fixes

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

// secondary fails only for what was wrong before.
type secondary struct{ client *sqs.Client }

// deadLetter returns nil where a record could not be processed, nor sent elsewhere.
func (s secondary) deadLetter(ctx context.Context, r events.DynamoDBEventRecord) error {
	if r.EventID == "" {
		if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.EventName}); err != nil {
			log.Print(err) // want `the error of sqs.SendMessage is only logged, so the stream moves on; return it`
		}
		if r.EventName == "" {
			return nil
		}
		return ctx.Err()
	}
	return nil
}

// early goes on with the next message before it comes to the failure.
func (s secondary) early(ctx context.Context, e events.SQSEvent) (resp events.SQSEventResponse, err error) {
	for _, m := range e.Records {
		if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &m.Body}); err != nil {
			log.Print(err) // want `the error of sqs.SendMessage is only logged, so the message is deleted; add the record to BatchItemFailures`
			continue
		}
		resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
	}
	return resp, nil
}

// goesOn says so below the log.
func (s secondary) goesOn(ctx context.Context, e events.DynamoDBEvent) error {
	for _, r := range e.Records {
		if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.EventID}); err != nil {
			log.Print(err) // want `info: the error of sqs.SendMessage is only logged, so the stream moves on`
			// Don't fail the Lambda on errors of the queue
		}
	}
	return nil
}

// quiet does not even log. The word in brackets would explain it.
func (s secondary) quiet(ctx context.Context, m events.SQSMessage) error {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &m.Body}); err != nil {
		return nil // want `the error of sqs.SendMessage is d[r]opped, so the message is deleted; return it`
	}
	return nil
}
