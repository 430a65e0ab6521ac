// Package kafka handles records of Kafka in other ways.
package kafka

import (
	"context"
	"errors"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func process(r events.KafkaRecord) error { return os.Remove(r.Value) }

func init() {
	lambda.Start(noResponse)
	lambda.Start(returned)
	lambda.Start(firstOfPartition)
	lambda.Start(tooMuch)
	lambda.Start(noList)
}

// noResponse has nothing that it could put the record into.
func noResponse(ctx context.Context, e events.KafkaEvent) error {
	for topic, records := range e.Records {
		for _, r := range records {
			if err := process(r); err != nil {
				log.Print(topic, err) // want `this error is only logged, so the partition moves on; return it$`
			}
		}
	}
	return nil
}

func returned(ctx context.Context, e events.KafkaEvent) error {
	var errs []error
	for _, records := range e.Records {
		for _, r := range records {
			if err := process(r); err != nil {
				log.Print(err)
				errs = append(errs, err)
			}
		}
	}
	return errors.Join(errs...)
}

type response struct {
	BatchItemFailures []failure `json:"batchItemFailures"`
}

type failure struct {
	ItemIdentifier struct {
		Partition string `json:"partition"`
		Offset    int64  `json:"offset"`
	} `json:"itemIdentifier"`
}

func firstOfPartition(ctx context.Context, e events.KafkaEvent) (response, error) {
	var resp response
	for partition, records := range e.Records {
		for _, r := range records {
			if err := process(r); err != nil {
				log.Print(err)
				var f failure
				f.ItemIdentifier.Partition, f.ItemIdentifier.Offset = partition, r.Offset
				resp.BatchItemFailures = append(resp.BatchItemFailures, f)
				break
			}
		}
	}
	return resp, nil
}

// tooMuch has failures that hold more than Kafka knows.
type wideResponse struct {
	BatchItemFailures []wideFailure `json:"batchItemFailures"`
}

type wideFailure struct {
	ItemIdentifier struct {
		Partition string `json:"partition"`
		Offset    int64  `json:"offset"`
		Reason    string `json:"-"`
	} `json:"itemIdentifier"`
}

func tooMuch(ctx context.Context, e events.KafkaEvent) (wideResponse, error) {
	var resp wideResponse
	for _, records := range e.Records {
		for _, r := range records {
			if err := process(r); err != nil {
				log.Print(err) // want `this error is only logged, so the partition moves on; add the record to BatchItemFailures`
			}
		}
	}
	return resp, nil
}

// noList returns no variable.
func noList(ctx context.Context, e events.KafkaEvent) (response, error) {
	for _, records := range e.Records {
		for _, r := range records {
			if err := process(r); err != nil {
				log.Print(err) // want `this error is only logged, so the partition moves on; add the record to BatchItemFailures`
			}
		}
	}
	return response{}, nil
}
