// Package main runs a handler of one of the sources of HTTP requests, SOURCE.
package main

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

var handlers = map[string]any{
	"rest": rest,
	"http": httpAPI,
	"url":  functionURL,
	"alb":  loadBalancer,
}

func main() {
	lambda.Start(handlers[os.Getenv("SOURCE")])
}

func serve(ctx context.Context, path string) error {
	if path == "/plain" {
		return errors.New("secret")
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	_, err = dynamodb.NewFromConfig(cfg).ListTables(ctx, nil)
	return err
}
