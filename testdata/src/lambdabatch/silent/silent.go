// Package silent holds what the rule leaves alone.
package silent

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type app struct {
	client *sqs.Client
	failed int
}

func process(data string) error { return os.Remove(data) }

func (a *app) returned(e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			return err
		}
	}
	return nil
}

func (a *app) joined(e events.SQSEvent) error {
	var errs []error
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (a *app) last(e events.SQSEvent) error {
	var err error
	for _, m := range e.Records {
		err = process(m.Body)
		if err != nil {
			log.Print(err)
		}
	}
	return err
}

func (a *app) readBelow(e events.SQSEvent) error {
	for _, m := range e.Records {
		err := process(m.Body)
		if err != nil {
			log.Print(err)
		}
		a.done(m, err)
	}
	return nil
}

func (a *app) done(m events.SQSMessage, err error) {}

func (a *app) counted(e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			a.failed++
		}
	}
	return nil
}

func (a *app) appended(e events.SQSEvent) (resp events.SQSEventResponse, err error) {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
			continue
		}
	}
	return resp, nil
}

func (a *app) deadLetter(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			a.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &m.Body})
		}
	}
	return nil
}

func (a *app) deadLetterInLog(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err, a.move(m))
		}
	}
	return nil
}

func (a *app) move(m events.SQSMessage) error { return nil }

func (a *app) deleted(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			return err
		}
		// All is done. Lambda deletes the message, too.
		if _, err := a.client.DeleteMessage(ctx, &sqs.DeleteMessageInput{ReceiptHandle: &m.ReceiptHandle}); err != nil {
			log.Print(err)
		}
	}
	return nil
}

func (a *app) poison(e events.KinesisEvent) error {
	for _, r := range e.Records {
		var v any
		// A record that is no JSON will never be one.
		if err := json.Unmarshal(r.Kinesis.Data, &v); err != nil {
			log.Print(err)
			continue
		}
		if err := json.Unmarshal(r.Kinesis.Data, &v); err != nil {
			log.Print(err)
			continue // poison pill
		}
	}
	return nil
}

func (a *app) closed(e events.SQSEvent) error {
	for _, m := range e.Records {
		f, err := os.Open(m.Body)
		if err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			log.Print(err)
		}
	}
	return nil
}

func (a *app) permanent(e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			continue // Not retryable.
		}
		// A failure here is ignored: the next run will do.
		if err := process(m.MessageId); err != nil {
			log.Print(err)
		}
	}
	return nil
}

func (a *app) expected(e events.SQSEvent) error {
	for _, m := range e.Records {
		err := process(m.Body)
		if errors.Is(err, os.ErrNotExist) {
			log.Print(err)
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// What goroutines find wrong is collected.
func (a *app) inGoroutine(e events.SQSEvent) error {
	var mu sync.Mutex
	var errs []error
	var wg sync.WaitGroup
	for _, m := range e.Records {
		wg.Go(func() {
			if err := process(m.Body); err != nil {
				log.Print(err)
				mu.Lock()
				defer mu.Unlock()
				errs = append(errs, err)
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

func (a *app) sent(e events.SQSEvent) (resp events.SQSEventResponse, err error) {
	failures := make(chan events.SQSBatchItemFailure, len(e.Records))
	for _, m := range e.Records {
		go func(m events.SQSMessage) {
			if err := process(m.Body); err != nil {
				log.Print(err)
				failures <- events.SQSBatchItemFailure{ItemIdentifier: m.MessageId}
			}
		}(m)
	}
	return resp, nil
}

func (a *app) grouped(e events.SQSEvent) error {
	done := make(chan error)
	for _, m := range e.Records {
		go func() {
			err := process(m.Body)
			if err != nil {
				log.Print(err)
			}
			done <- err
		}()
	}
	return <-done
}

// What has worked decides.
func (a *app) compared(e events.SQSEvent) error {
	done := 0
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			continue
		}
		done++
	}
	if done < len(e.Records) {
		return errors.New("some are left")
	}
	return nil
}

func (a *app) others(e events.SQSEvent) (resp events.SQSEventResponse, err error) {
	done := make(map[string]bool)
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			continue
		}
		done[m.MessageId] = true
	}
	for _, m := range e.Records {
		if !done[m.MessageId] {
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return resp, nil
}

func (a *app) rest(e events.SQSEvent) (events.SQSEventResponse, error) {
	var done []string
	for i := range e.Records {
		if err := process(e.Records[i].Body); err != nil {
			log.Print(err)
			continue
		}
		done = append(done, e.Records[i].MessageId)
	}
	return allBut(done), nil
}

func allBut(done []string) (resp events.SQSEventResponse) { return resp }

// The JSON is for the log.
func (a *app) traced(e events.SQSEvent) error {
	for _, m := range e.Records {
		data, err := json.Marshal(m)
		if err != nil {
			log.Print(err)
			continue
		}
		log.Printf("message: %s", data)
	}
	return nil
}

// The result of this one is what worked.
func orders(records []events.SQSMessage) ([]string, error) {
	var all []string
	for _, m := range records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			continue
		}
		all = append(all, m.Body)
	}
	return all, nil
}

// A function that gets the error reports the failure.
func report(m events.SQSMessage, failure error) {
	if err := process(m.Body + failure.Error()); err != nil {
		log.Print(err)
	}
}

// One that tells its caller decides itself what it drops.
func valid(m events.SQSMessage) bool {
	if err := process(m.Body); err != nil {
		log.Print(err)
		return false
	}
	return true
}

func (a *app) errorOfLast(e events.SQSEvent) (err error) {
	defer func() { log.Print(err) }()
	for _, m := range e.Records {
		if err = process(m.Body); err != nil {
			log.Print(err)
			continue
		}
	}
	return
}

func (a *app) counter(e events.SQSEvent) error {
	failed := 0
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
			failed++
		}
	}
	if failed > 0 {
		return errors.New("some have failed")
	}
	return nil
}

func (a *app) failsBelow(e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Print(err)
		}
	}
	return errors.New("at least one failed")
}

// S3 events are no batches of records that fail one by one.
func (a *app) objects(e events.S3Event) error {
	for _, r := range e.Records {
		if err := process(r.S3.Object.Key); err != nil {
			log.Print(err)
		}
	}
	return nil
}

func (a *app) other(e events.SQSEvent) error {
	for _, name := range os.Args {
		if err := process(name); err != nil {
			log.Print(err)
		}
	}
	return nil
}

func failureOf(m events.SQSMessage, id string) (events.SQSBatchItemFailure, bool) {
	if id == "" {
		return events.SQSBatchItemFailure{}, false
	}
	f := events.SQSBatchItemFailure{}
	f.ItemIdentifier = m.MessageId
	_ = events.KinesisBatchItemFailure{ItemIdentifier: id}
	_ = events.SQSBatchItemFailure{ItemIdentifier: ""} // the documented way to fail the whole batch
	return f, true
}

func sequence(r events.KinesisEventRecord, d events.DynamoDBEventRecord) []any {
	return []any{
		events.KinesisBatchItemFailure{ItemIdentifier: r.Kinesis.SequenceNumber},
		events.DynamoDBBatchItemFailure{ItemIdentifier: d.Change.SequenceNumber},
	}
}

// sentOn logs that a record could not be sent elsewhere, and returns its failure.
func (a *app) sentOn(ctx context.Context, r events.DynamoDBEventRecord) error {
	if err := process(r.EventID); err != nil {
		if _, sendErr := a.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.EventID}); sendErr != nil {
			log.Print(sendErr)
		}
		a.failed++
		return err
	}
	return nil
}

// noted looks at more when the record is among the failures.
func (a *app) noted(ctx context.Context, e events.SQSEvent) (resp events.SQSEventResponse, err error) {
	onFailure := func(m events.SQSMessage) {
		resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
	}
	for _, m := range e.Records {
		if a.failed > 0 {
			onFailure(m)
			if m.ReceiptHandle != "" {
				if err := process(m.ReceiptHandle); err == nil {
					a.failed--
				} else {
					log.Print(err)
				}
			}
			continue
		}
		if err := process(m.Body); err != nil {
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
			if err := process(m.ReceiptHandle); err != nil {
				log.Print(err)
				continue
			}
		}
	}
	return resp, nil
}

func main() {
	a := &app{}
	lambda.Start(a.returned)
	lambda.Start(a.joined)
	lambda.Start(a.last)
	lambda.Start(a.readBelow)
	lambda.Start(a.counted)
	lambda.Start(a.appended)
	lambda.Start(a.deadLetter)
	lambda.Start(a.deadLetterInLog)
	lambda.Start(a.deleted)
	lambda.Start(a.poison)
	lambda.Start(a.closed)
	lambda.Start(a.permanent)
	lambda.Start(a.expected)
	lambda.Start(a.inGoroutine)
	lambda.Start(a.failsBelow)
	lambda.Start(a.compared)
	lambda.Start(a.objects)
	lambda.Start(a.other)
	lambda.Start(a.ignored)
}

// A process that ends has failed, and says so.
func (a *app) ends(e events.SQSEvent) error {
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.Fatal(err)
		}
	}
	return nil
}

func (a *app) ignored(e events.SQSEvent) error {
	for _, m := range e.Records {
		var data struct{ Name string }
		if err := json.Unmarshal([]byte(m.Body), &data); err != nil {
			log.Printf("payload invalido, ignorando mensagem %s: %v", m.MessageId, err)
			continue
		}
		if err := process(data.Name); err != nil {
			return err
		}
	}
	return nil
}
