// Package elsewhere handles records in functions that nobody registers in the package, and in other forms of loops.
package elsewhere

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/fixtures/lambdabatch/elsewhere/plog"
)

func process(data string) error { return os.Remove(data) }

type worker struct {
	logger *plog.Logger
	client *dynamodb.Client
}

// Handle is registered by another package. A step after the loop can fail as well.
func (w *worker) Handle(ctx context.Context, e events.SQSEvent) (err error) {
	var orders []string
	defer func() { log.Print("done: ", err) }()
	for i, m := range e.Records {
		if err = process(m.Body); err != nil {
			w.logger.LogError(fmt.Errorf("order: %w", err), m.MessageId) // want `this error is only logged, so the message is deleted; return it, or report it in BatchItemFailures`
			continue
		}
		if _, err := w.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &m.Body}); err != nil {
			wrapped := fmt.Errorf("order %d: %w", i, err) // want `the error of dynamodb.PutItem is only logged, so the message is deleted`
			log.Print(wrapped)
			continue
		}
		orders = append(orders, m.Body)
	}
	if len(orders) == 0 {
		return nil
	}
	if err = store(orders); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	return nil
}

func store(orders []string) error { return errors.Join() }

func (w *worker) step(records []events.KinesisEventRecord) error {
	for _, r := range records {
		if err := process(string(r.Kinesis.Data)); err != nil {
			log.Print(err) // want `this error is only logged, so the stream moves on`
		}
	}
	return store(nil)
}

func byIndex(e *events.DynamoDBEvent) {
	for i := range e.Records {
		record := &e.Records[i]
		if err := process(record.EventID); nil != err {
			log.Print(err) // want `only logged, so the stream moves on`
		}
	}
	for i := 0; i < len(e.Records); i++ {
		err := process(e.Records[i].EventID)
		if err == nil {
			log.Print("processed")
		} else {
			log.Print(err) // want `only logged, so the stream moves on`
		}
	}
	for i := range len(e.Records) {
		err := process(e.Records[i].EventID)
		log.Print("processed ", i)
		if err != nil {
			log.Print(err) // want `only logged, so the stream moves on`
			break
		}
	}
}

func goroutines(e events.SQSEvent) error {
	var wg sync.WaitGroup
	for _, m := range e.Records {
		wg.Add(1)
		go func(m events.SQSMessage) {
			defer wg.Done()
			if err := process(m.Body); err != nil {
				log.Print(err) // want `only logged, so the message is deleted`
			}
		}(m)
	}
	for _, m := range e.Records {
		wg.Go(func() {
			var v any
			if err := json.Unmarshal([]byte(m.Body), &v); err != nil {
				log.Print(err) // want `only logged, so the message is deleted`
				return
			}
		})
	}
	wg.Wait()
	return nil
}

// one is called for each message.
func (w *worker) one(ctx context.Context, m events.SQSMessage) {
	if _, err := w.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &m.Body}); err != nil {
		w.logger.LogError(err) // want `the error of dynamodb.PutItem is only logged, so the message is deleted; let the handler report it in BatchItemFailures`
		return
	}
	log.Print("stored")
}

func (w *worker) each(e events.SQSEvent) error {
	handle := func(m events.SQSMessage) error {
		if err := process(m.Body); err != nil {
			log.Print(err) // want `only logged, so the message is deleted`
			return nil
		}
		return nil
	}
	for _, m := range e.Records {
		if err := handle(m); err != nil {
			return err
		}
	}
	return nil
}

func counted(e events.SQSEvent) (events.SQSEventResponse, error) {
	failed := 0
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err) // want `only logged, so the message is deleted; add the record to BatchItemFailures`
			failed++
		}
	}
	log.Printf("%d have failed", failed)
	return events.SQSEventResponse{}, nil
}

func gaveUp(e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err) // want `only logged, so the message is deleted`
			return nil
		}
	}
	return nil
}
