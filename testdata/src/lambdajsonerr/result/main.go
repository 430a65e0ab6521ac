// Command result returns the texts of errors as results, so that nobody learns of a failure.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type request struct{ Bucket string }

var client *s3.Client

func create(ctx context.Context, r request) (string, error) {
	if r.Bucket == "" {
		return "invalid", nil
	}
	if _, err := client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &r.Bucket}); err != nil {
		return err.Error(), nil // want `the text of the error of s3.CreateBucket is returned without an error, so the caller sees success; return the error`
	}
	if err := os.Remove(r.Bucket); err != nil {
		log.Print(err)
		return fmt.Sprintf("cannot remove %s: %v", r.Bucket, err), nil // want `the text of an error is returned without an error, so the caller sees success; return the error`
	}
	if err := os.Remove(r.Bucket); err != nil {
		return "cannot remove", nil
	}
	return "created", nil
}

func anything(ctx context.Context, event map[string]any) (any, error) {
	if err := os.Remove("file"); err != nil {
		return "failed: " + err.Error(), nil // want `the text of an error is returned without an error`
	}
	return nil, nil
}

//awserrlint:handler stepfunctions
func task(ctx context.Context, r request) (out string, err error) {
	_, failed := client.DeleteBucket(ctx, &s3.DeleteBucketInput{Bucket: &r.Bucket})
	if failed != nil {
		out = failed.Error()
		return out, nil // want `the text of the error of s3.DeleteBucket is returned without an error`
	}
	return "deleted", nil
}

// What the program knows it may tell.
func matched(ctx context.Context, r request) (string, error) {
	_, err := client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &r.Bucket})
	if exists, ok := errors.AsType[*types.BucketAlreadyExists](err); ok {
		return exists.Error(), nil
	}
	if errors.Is(err, context.Canceled) {
		return err.Error(), nil
	}
	if err != nil {
		return "", err
	}
	return "created", nil
}

// It may be nil.
func unchecked(ctx context.Context, r request) (string, error) {
	_, err := client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: &r.Bucket})
	return fmt.Sprintf("created %s: %v", r.Bucket, err), nil
}

type report struct {
	OK     bool
	Reason string
}

// The caller is told that it has failed.
func structured(ctx context.Context, r request) (*report, error) {
	if err := os.Remove(r.Bucket); err != nil {
		return &report{Reason: err.Error()}, nil
	}
	return &report{OK: true}, nil
}

// Both are returned.
func both(ctx context.Context, r request) (string, error) {
	if err := os.Remove(r.Bucket); err != nil {
		return err.Error(), err
	}
	return "", nil
}

// Nobody registers this.
func describe(ctx context.Context, r request) (string, error) {
	if err := os.Remove(r.Bucket); err != nil {
		return err.Error(), nil
	}
	return "", nil
}

// A comment says that it is meant so.
func deliberate(ctx context.Context, r request) (string, error) {
	if err := os.Remove(r.Bucket); err != nil {
		// Best effort: the agent reads the reason and tries something else.
		return err.Error(), nil
	}
	return "", nil
}

func main() {
	switch os.Getenv("HANDLER") {
	case "create":
		lambda.Start(create)
	case "anything":
		lambda.Start(anything)
	case "task":
		lambda.Start(task)
	case "matched":
		lambda.Start(matched)
	case "unchecked":
		lambda.Start(unchecked)
	case "structured":
		lambda.Start(structured)
	case "both":
		lambda.Start(both)
	case "deliberate":
		lambda.Start(deliberate)
	}
}
