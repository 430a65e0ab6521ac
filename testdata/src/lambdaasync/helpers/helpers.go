// Package helpers has handlers that leave the work to other functions.
package helpers

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type app struct {
	bucket *s3.Client
	queue  *sqs.Client
}

func main() {
	a := new(app)
	lambda.Start(a.handle)
	lambda.Start(a.parallel)
	lambda.Start(makeHandler(a))
	lambda.Start(a.ends)
	lambda.Start(a.ofOwnType)
	lambda.Start(a.raw)
	lambda.Start(a.either)
}

func (a *app) handle(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		a.copy(ctx, r)
		a.read(ctx, r)
		done := make(chan bool)
		go a.keep(ctx, r, done)
		<-done
	}
	if err := a.report(ctx, len(e.Records)); err != nil {
		return err
	}
	a.both(ctx, "handler")
	if !a.ask(ctx, e.Records[0].S3.Object.Key) {
		log.Print("no")
	}
	a.clean(ctx)
	return nil
}

// copy logs what fails, and nobody else learns of it.
func (a *app) copy(ctx context.Context, r events.S3EventRecord) {
	key := r.S3.Object.Key
	if _, err := a.bucket.CopyObject(ctx, &s3.CopyObjectInput{Key: &key}); err != nil {
		log.Printf("copy %s: %v", key, err) // want `the error of s3.CopyObject is only logged, so Lambda considers the event done; return it to the handler`
		return
	}
	log.Print("copied ", key)
}

// keep runs beside the handler, which gets nothing that it returns.
func (a *app) keep(ctx context.Context, r events.S3EventRecord, done chan<- bool) {
	defer close(done)
	key := r.S3.Object.Key
	if _, err := a.bucket.CopyObject(ctx, &s3.CopyObjectInput{Key: &key}); err != nil {
		log.Printf("keep %s: %v", key, err) // want `the error of s3.CopyObject is only logged, so Lambda considers the event done; pass it to the handler`
	}
}

func (a *app) report(ctx context.Context, n int) error {
	if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{DelaySeconds: int32(n)}); err != nil {
		log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; return it`
		return nil
	}
	return nil
}

// read is there for its caller not to care.
func (a *app) read(ctx context.Context, r events.S3EventRecord) {
	if err := decode(r.S3.Object.Key); err != nil {
		log.Print(err)
		return
	}
	if err := a.move(r); err != nil {
		log.Print(err)
	}
}

// move says that it is done.
func (a *app) move(r events.S3EventRecord) error {
	if err := decode(r.S3.Object.Key); err != nil {
		log.Print(err) // want `this error is only logged, so Lambda considers the event done; return it$`
		return nil
	}
	return nil
}

func decode(key string) error { return os.Remove(key) }

// both is called for other things as well.
func (a *app) both(ctx context.Context, text string) {
	if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &text}); err != nil {
		log.Print(err)
	}
}

func (a *app) Serve(ctx context.Context) { a.both(ctx, "server") }

// ask tells its caller.
func (a *app) ask(ctx context.Context, key string) bool {
	if _, err := a.bucket.GetObject(ctx, &s3.GetObjectInput{Key: &key}); err != nil {
		log.Print(err)
		return false
	}
	return true
}

// clean says that nobody needs to know.
func (a *app) clean(ctx context.Context) {
	if _, err := a.bucket.DeleteObject(ctx, &s3.DeleteObjectInput{}); err != nil {
		log.Print(err) // ignored, the lifecycle rule does it
	}
}

func (a *app) parallel(ctx context.Context, e events.S3Event) error {
	var wg sync.WaitGroup
	for _, r := range e.Records {
		wg.Go(func() {
			if _, err := a.bucket.CopyObject(ctx, &s3.CopyObjectInput{Key: &r.S3.Object.Key}); err != nil {
				log.Print(err) // want `the error of s3.CopyObject is only logged, so Lambda considers the event done; let the handler return it`
			}
		})
	}
	wg.Wait()
	return nil
}

func makeHandler(a *app) func(context.Context, events.SNSEvent) error {
	return func(ctx context.Context, e events.SNSEvent) error {
		if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.Records[0].SNS.Message}); err != nil {
			log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; return it$`
			return nil
		}
		return nil
	}
}

// ends with whatever fails.
func (a *app) ends(ctx context.Context, e events.EventBridgeEvent) error {
	n, err := count()
	if err != nil {
		log.Print("no default count: ", err) // want `this error is only logged, so Lambda considers the event done; return it$`
		return nil
	}
	return a.report(ctx, n)
}

func count() (int, error) { return fmt.Print() }

type order struct{ ID string }

// ofOwnType says who calls it.
//
//awserrlint:handler async
func (a *app) ofOwnType(ctx context.Context, o order) error {
	if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &o.ID}); err != nil {
		log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; return it$`
	}
	return nil
}

// raw decodes the event itself.
func (a *app) raw(ctx context.Context, raw json.RawMessage) error {
	var e events.SNSEvent
	if err := json.Unmarshal(raw, &e); err != nil {
		return err
	}
	if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.Records[0].SNS.Message}); err != nil {
		log.Print(err) // want `the error of sqs.SendMessage is only logged, so Lambda considers the event done; return it$`
		return nil
	}
	return nil
}

// either may get its event from a queue.
func (a *app) either(ctx context.Context, raw json.RawMessage) error {
	var e events.SNSEvent
	if err := json.Unmarshal(raw, &e); err != nil || len(e.Records) == 0 {
		var q events.SQSEvent
		if err := json.Unmarshal(raw, &q); err != nil {
			return err
		}
		return nil
	}
	if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.Records[0].SNS.Message}); err != nil {
		log.Print(err)
	}
	return nil
}
