// Package main has a logger, whose method Error returns nothing.
package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type logger struct{}

func (logger) Error(v ...any) { log.Print(v...) }

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := ctx.Err(); err != nil {
		logger{}.Error(err)
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want `^error body shows the client the text of err; `
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func main() { lambda.Start(handle) }
