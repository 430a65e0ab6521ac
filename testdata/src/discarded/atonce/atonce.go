// Package atonce has functions that do more about an error than to return it, so that fixes must not just
// return one more.
package atonce

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type report struct{ Errors []string }

func cleansUp(ctx context.Context, tables *dynamodb.Client, objects *s3.Client, table *dynamodb.DeleteTableInput, in *s3.DeleteObjectInput) error {
	var problems []string
	if _, err := tables.DeleteTable(ctx, table); err != nil {
		problems = append(problems, fmt.Sprintf("table: %v", err))
	}
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	if len(problems) > 0 {
		return errors.New(strings.Join(problems, "; "))
	}
	return nil
}

func reports(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, work func() error) (*report, error) {
	r := &report{}
	if err := work(); err != nil {
		r.Errors = append(r.Errors, err.Error())
	}
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return r, nil
}

func joins(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, work func() error) error {
	var errs error
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	if err := work(); err != nil {
		errs = errors.Join(errs, err)
	}
	return errs
}

type progress struct{ shown bool }

func (p *progress) stop() error { p.shown = false; return nil }

func stops(ctx context.Context, p *progress, objects *s3.Client, in *s3.DeleteObjectInput, work func() error) error {
	if err := work(); err != nil {
		p.stop()
		return err
	}
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	p.stop()
	return nil
}

func rollsBack(ctx context.Context, p *progress, objects *s3.Client, in *s3.DeleteObjectInput, work func() error) error {
	if err := work(); err != nil {
		if stopErr := p.stop(); stopErr != nil {
			log.Print(stopErr)
		}
		return err
	}
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

func marks(ctx context.Context, p *progress, objects *s3.Client, in *s3.DeleteObjectInput, work func() error) error {
	if err := work(); err != nil {
		p.shown = false
		return err
	}
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

// Near misses.

func logs(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, work func() error) error {
	if err := work(); err != nil {
		log.Print("work: ", err)
		err = fmt.Errorf("work: %w", err)
		return err
	}
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

func collectsBelow(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, works []func() error) error {
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	var errs []error
	for _, work := range works {
		if err := work(); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func collectsToLog(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, err error) error {
	var attributes []any
	attributes = append(attributes, "earlier", err)
	log.Print(attributes...)
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

func stopsElsewhere(ctx context.Context, p *progress, objects *s3.Client, in *s3.DeleteObjectInput, work func() error) error {
	if err := work(); err != nil {
		p.stop()
		return err
	}
	if err := p.stop(); err != nil {
		return err
	}
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

// The other records are to be handled, and those before not again.
func eachRecord(objects *s3.Client, in *s3.DeleteObjectInput) func(context.Context, events.SNSEvent) error {
	return func(ctx context.Context, e events.SNSEvent) error {
		for _, r := range e.Records {
			fmt.Println(r.SNS.Subject)
			objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
		}
		return nil
	}
}

// sends goes on with the others where one object cannot be sent.
func sends(ctx context.Context, objects *s3.Client, keys []string, send func(string) error) error {
	for _, key := range keys {
		if err := send(key); err != nil {
			log.Printf("send %s: %v", key, err)
			objects.PutObject(ctx, &s3.PutObjectInput{Key: &key}) // want `^the error of s3.PutObject is discarded; log it$`
			continue
		}
		objects.PutObject(ctx, &s3.PutObjectInput{Key: &key}) // want `^the error of s3.PutObject is discarded; return or log it$`
	}
	return nil
}

func waits(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, work func()) error {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		work()
	}()
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	wg.Wait()
	return nil
}

func receives(ctx context.Context, objects *s3.Client, ins []*s3.DeleteObjectInput, work func(*s3.DeleteObjectInput) error) error {
	errs := make(chan error)
	for _, in := range ins {
		go func() { errs <- work(in) }()
	}
	objects.DeleteObject(ctx, ins[0]) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	for range ins {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func waitsInAnyCase(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, work func()) error {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		work()
	}()
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

func startsLater(ctx context.Context, objects *s3.Client, in *s3.DeleteObjectInput, work func()) error {
	objects.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	var wg sync.WaitGroup
	wg.Go(work)
	wg.Wait()
	return nil
}
