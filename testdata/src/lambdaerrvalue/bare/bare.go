// Package main encodes errors and nothing else.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"

	"example.com/fixtures/lambdaerrvalue/bare/store"
)

type response = events.APIGatewayProxyResponse

var (
	client   *dynamodb.Client
	uploader *s3manager.Uploader
)

func failed(body []byte) response { return response{StatusCode: 500, Body: string(body)} }

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (response, error) {
	if err := store.Put(ctx, client, &dynamodb.PutItemInput{TableName: &r.Path}); err != nil {
		body, _ := json.Marshal(err) // want `encoding/json fails on the error of dynamodb.PutItem, which holds the HTTP response; encode a message for the caller`
		return failed(body), nil
	}
	if err := store.Upload(uploader, &s3manager.UploadInput{Bucket: &r.Path}); err != nil {
		body, _ := json.Marshal(err) // want `the error of s3manager.Uploader.Upload becomes {} in JSON; encode a message for the caller`
		return failed(body), nil
	}
	if err := store.UploadAnew(&s3manager.UploadInput{Bucket: &r.Path}); err != nil {
		body, _ := json.Marshal(err) // want `the error of s3manager.Uploader.Upload or session.NewSession loses its text in JSON; encode a message for the caller`
		return failed(body), nil
	}
	if _, err := store.Read(r.Path); err != nil {
		body, _ := json.Marshal(err) // want `info: this error becomes {} in JSON unless its type has exported fields; encode its text, or a message for the caller`
		return failed(body), nil
	}
	if err := os.Remove(r.Path); err != nil {
		body, _ := json.Marshal(err) // want `this error becomes JSON of its fields, without its text`
		return failed(body), nil
	}
	if err := store.Validate(r.Path); err != nil {
		body, _ := json.Marshal(err) // a function of validation often has errors with fields
		return failed(body), nil
	}
	_, err := store.Read(r.Path)
	var problem *store.Problem
	if errors.As(err, &problem) {
		body, _ := json.Marshal(problem)
		return failed(body), nil
	}
	return response{StatusCode: 200}, nil
}

func main() { lambda.Start(handle) }
