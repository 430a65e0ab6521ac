// Package words holds branches that do a little more than log, all of which lose the event.
package words

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go/aws/awserr"
	s3v1 "github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/smithy-go"
)

type app struct {
	table  *dynamodb.Client
	bucket *s3.Client
	old    *s3v1.S3
}

func init() {
	var a app
	lambda.Start(a.byCode)
	lambda.Start(a.byType)
	lambda.Start(a.cleansUp)
	lambda.Start(a.inTurn)
	lambda.Start(a.beside)
	lambda.Start(a.scheduled)
	lambda.Start(a.notFound)
	lambda.Start(a.unlessNotFound)
	lambda.Start(a.tells)
	lambda.Start(a.undoes)
	lambda.Start(a.reports)
}

// byCode is how the examples of SDK v1 print errors.
func (a *app) byCode(e events.S3Event) {
	_, err := a.old.CopyObject(&s3v1.CopyObjectInput{Key: &e.Records[0].S3.Object.Key})
	if err != nil {
		// For information on other S3 API error codes see the API reference.
		if aerr, ok := err.(awserr.Error); ok { // want `the error of s3.CopyObject is only logged, so Lambda considers the event done; add an error result and return it`
			switch aerr.Code() {
			case s3v1.ErrCodeObjectNotInActiveTierError:
				fmt.Println(s3v1.ErrCodeObjectNotInActiveTierError, aerr.Error())
			default:
				fmt.Println("Error:", aerr.Error())
			}
		} else {
			fmt.Println("Error:", err.Error())
		}
	}
}

func (a *app) byType(ctx context.Context, e events.SNSEvent) error {
	for _, r := range e.Records {
		if _, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &r.SNS.Message}); err != nil {
			if apiErr, ok := errors.AsType[smithy.APIError](err); ok { // want `return it after the loop`
				log.Printf("put %s: %s: %v", r.SNS.MessageID, apiErr.ErrorCode(), apiErr)
			} else {
				log.Printf("put %s: %v", r.SNS.MessageID, err)
			}
		}
	}
	return nil
}

func (a *app) cleansUp(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		out, err := a.bucket.GetObject(ctx, &s3.GetObjectInput{Key: &r.S3.Object.Key})
		if err != nil {
			log.Printf("get: %v", err) // want `the error of s3.GetObject is only logged`
			continue
		}
		file, err := os.Create(r.S3.Object.ETag)
		if err != nil {
			log.Printf("create: %v", err) // want `^this error is only logged`
			out.Body.Close()
			continue
		}
		_, err = io.Copy(file, out.Body)
		file.Close()
		out.Body.Close()
		if err != nil {
			log.Printf("copy: %v", err) // want `the error of reading s3.GetObject's body is only logged, so Lambda considers the event done; return it after the loop`
			os.Remove(file.Name())
			continue
		}
		log.Print("copied ", r.S3.Object.Key)
	}
	return nil
}

func (a *app) inTurn(ctx context.Context, e events.S3Event) {
	done := make(chan string)
	for _, r := range e.Records {
		go a.index(ctx, r.S3.Object.Key, done)
	}
	for range e.Records {
		log.Print("done: ", <-done)
	}
}

func (a *app) index(ctx context.Context, key string, done chan string) {
	if _, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &key}); err != nil {
		log.Print(err) // want `the error of dynamodb.PutItem is only logged, so Lambda considers the event done; pass it to the handler`
		done <- key
		return
	}
	log.Print("indexed ", key)
	done <- key
}

func (a *app) beside(ctx context.Context, e events.S3Event) error {
	var wg sync.WaitGroup
	for _, r := range e.Records {
		wg.Add(1)
		go func() {
			defer wg.Done()
			a.copy(ctx, r.S3.Object.Key)
		}()
	}
	wg.Wait()
	return nil
}

func (a *app) copy(ctx context.Context, key string) {
	if _, err := a.bucket.CopyObject(ctx, &s3.CopyObjectInput{Key: &key}); err != nil {
		log.Print(err) // want `pass it to the handler`
	}
}

// scheduled is only told to run.
func (a *app) scheduled(ctx context.Context) error {
	name := os.Getenv("TABLE")
	if _, err := a.table.UpdateItem(ctx, &dynamodb.UpdateItemInput{TableName: &name}); err != nil {
		log.Print(err) // want `the error of dynamodb.UpdateItem is only logged, so Lambda considers the event done; return it$`
	}
	return nil
}

// Nothing is reported below.

// notFound knows what to do about it: nothing.
func (a *app) notFound(ctx context.Context, e events.SNSEvent) error {
	_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &e.Records[0].SNS.Message})
	if err != nil {
		if apiErr, ok := errors.AsType[smithy.APIError](err); ok && apiErr.ErrorCode() == "ConditionalCheckFailedException" {
			log.Print("stored already")
		} else {
			log.Print(err)
		}
	}
	return nil
}

func (a *app) unlessNotFound(ctx context.Context, e events.SNSEvent) error {
	_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &e.Records[0].SNS.Message})
	if err != nil {
		if apiErr, ok := errors.AsType[smithy.APIError](err); !ok || apiErr.ErrorCode() != "ConditionalCheckFailedException" {
			log.Print(err)
		}
	}
	return nil
}

// tells counts the failures.
func (a *app) tells(ctx context.Context, e events.S3Event) error {
	failed := make(chan string, len(e.Records))
	for _, r := range e.Records {
		a.store(ctx, r.S3.Object.Key, failed)
	}
	if len(failed) > 0 {
		return fmt.Errorf("%d records failed", len(failed))
	}
	return nil
}

func (a *app) store(ctx context.Context, key string, failed chan<- string) {
	if _, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &key}); err != nil {
		log.Print(err)
		failed <- key
	}
}

func (a *app) undoes(ctx context.Context, e events.S3Event) error {
	key := e.Records[0].S3.Object.Key
	if _, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &key}); err != nil {
		log.Print(err)
		a.forget(key)
	}
	return nil
}

func (a *app) forget(key string) { a.table = nil }

func (a *app) reports(ctx context.Context, e events.S3Event) error {
	_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &e.Records[0].S3.Object.Key})
	if err != nil {
		if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
			log.Print(apiErr)
			a.forget(apiErr.ErrorCode())
		} else {
			log.Print(err)
		}
	}
	return nil
}
