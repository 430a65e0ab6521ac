// Command fixes holds what is hard about the fixes.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	bucket *s3.Client
	queue  *sqs.Client
)

func main() {
	lambda.Start(falls)
	lambda.Start(dead)
	lambda.Start(goesOn)
	lambda.Start(returns)
	lambda.Start(nested)
	lambda.Start(hasErrors)
	lambda.Start(collects)
	lambda.Start(withResult)
	lambda.Start(noResult)
	lambda.Start(noResultLoop)
	lambda.Start(usedElsewhere)
	lambda.Start(leaves)
	lambda.Start(func(ctx context.Context, e events.SNSEvent) {
		if _, err := queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &e.Records[0].SNS.Message}); err != nil {
			log.Print(err) // want `add an error result and return it`
		}
	})
	lambda.Start(shadowed)
	lambda.Start(otherwise)
	lambda.Start(stops)
	lambda.Start(rewraps)
	lambda.Start(returnsBoth)
	lambda.Start(twoLoops)
	lambda.Start(failsElsewhere)
}

// falls has nothing left to do.
func falls(ctx context.Context, e events.SNSEvent) error {
	if err := send(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `return it$`
	}
	log.Print("done")
	return nil
}

// goesOn has, and it is not known whether that is right after a failure.
func goesOn(ctx context.Context, e events.SNSEvent) error {
	if err := send(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `return it$`
	}
	return send(ctx, e.Records[0].SNS.Subject)
}

func send(ctx context.Context, text string) error {
	_, err := queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &text})
	return err
}

// returns leaves the other records alone.
func returns(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		_, err := bucket.CopyObject(ctx, &s3.CopyObjectInput{Key: &r.S3.Object.Key})
		if err != nil {
			log.Printf("copy: %v", err) // want `return it$`
			return nil                  // the rest as well
		}
	}
	return nil
}

func nested(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		for _, name := range []string{"a", "b"} {
			if _, err := bucket.CopyObject(ctx, &s3.CopyObjectInput{Key: &r.S3.Object.Key, Bucket: &name}); err != nil {
				log.Print(err) // want `return it after the loop`
				continue
			}
			log.Print("copied to ", name)
		}
	}
	return nil
}

// hasErrors has a variable of that name.
func hasErrors(ctx context.Context, e events.S3Event) error {
	errs := 0
	for _, r := range e.Records {
		if err := send(ctx, r.S3.Object.Key); err != nil {
			log.Print(err, errs) // want `return it after the loop`
		}
	}
	return nil
}

// collects has most of it.
func collects(ctx context.Context, e events.S3Event) error {
	var errs []error
	for _, r := range e.Records {
		if err := send(ctx, r.S3.Object.Key); err != nil {
			errs = append(errs, err)
			continue
		}
		if err := send(ctx, r.S3.Bucket.Name); err != nil {
			log.Print(err) // want `return it after the loop`
		}
	}
	return errors.Join(errs...)
}

func withResult(ctx context.Context, e events.S3Event) (string, error) {
	for _, r := range e.Records {
		if err := send(ctx, r.S3.Object.Key); err != nil {
			log.Print(err) // want `return it after the loop`
		}
	}
	return "done", nil
}

func noResult(ctx context.Context, e events.S3Event) {
	if len(e.Records) == 0 {
		return
	}
	out, err := bucket.GetObject(ctx, &s3.GetObjectInput{Key: &e.Records[0].S3.Object.Key})
	if err != nil {
		log.Print(err) // want `add an error result and return it`
		return
	}
	defer out.Body.Close()
	if err := send(ctx, e.Records[0].S3.Object.Key); err != nil {
		log.Print(err) // want `add an error result and return it`
		return
	}
}

func noResultLoop(ctx context.Context, e events.SNSEvent) {
	for _, r := range e.Records {
		if err := send(ctx, r.SNS.Message); err != nil {
			log.Print(err) // want `add an error result and return it`
		}
	}
}

// usedElsewhere cannot get another result here.
func usedElsewhere(ctx context.Context, e events.SNSEvent) {
	if err := send(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `add an error result and return it`
	}
}

var _ func(context.Context, events.SNSEvent) = usedElsewhere

// leaves has a way out that would lose the others.
func leaves(ctx context.Context, e events.SNSEvent) error {
	for _, r := range e.Records {
		if err := send(ctx, r.SNS.Message); err != nil {
			log.Print(err) // want `return it after the loop`
		}
		if r.SNS.Subject == "" {
			return nil
		}
	}
	return nil
}

// shadowed has another err where it returns.
func shadowed(ctx context.Context, e events.SNSEvent) error {
	if err := send(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `return it$`
		err := "another"
		log.Print(err)
		return nil
	}
	return nil
}

func otherwise(ctx context.Context, e events.SNSEvent) error {
	if err := send(ctx, e.Records[0].SNS.Message); err == nil {
		log.Print("sent")
	} else {
		log.Print(err) // want `return it$`
	}
	return nil
}

// stops leaves the other records alone.
func stops(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		if err := send(ctx, r.S3.Object.Key); err != nil {
			log.Print(err) // want `return it after the loop`
			break
		}
	}
	return nil
}

func rewraps(ctx context.Context, e events.S3Event) error {
	if err := send(ctx, e.Records[0].S3.Object.Key); err != nil {
		err = fmt.Errorf("send %s: %w", e.Records[0].S3.Object.Key, err) // want `return it$`
		log.Print(err)
		return nil
	}
	return nil
}

func returnsBoth(ctx context.Context, e events.SNSEvent) {
	if err := send(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `add an error result and return it`
		return
	} else {
		log.Print("sent")
		return
	}
}

func twoLoops(ctx context.Context, e events.S3Event) {
	for _, r := range e.Records {
		if err := send(ctx, r.S3.Object.Key); err != nil {
			log.Print(err) // want `add an error result and return it`
		}
	}
	for _, r := range e.Records {
		if err := send(ctx, r.S3.Bucket.Name); err != nil {
			log.Print(err) // want `add an error result and return it`
		}
	}
}

// failsElsewhere loses another error, which its result would deny.
func failsElsewhere(ctx context.Context, e events.SNSEvent) {
	if err := send(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `add an error result and return it`
		return
	}
	if err := queueAll(ctx, e); err != nil {
		log.Print(err)
		failures++
		return
	}
	log.Print("done")
}

var failures int

func queueAll(ctx context.Context, e events.SNSEvent) error {
	return send(ctx, e.Records[0].SNS.Subject)
}

// dead has return statements that nothing reaches.
func dead(ctx context.Context, e events.SNSEvent) {
	if err := send(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `add an error result and return it`
		return
	}
	{
		log.Print("done")
		return
	}
	if len(e.Records) > 1 {
		return
	}
	log.Print("and more")
}
