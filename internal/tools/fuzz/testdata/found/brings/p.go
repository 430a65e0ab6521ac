package main

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var client *sqs.Client

// The response that is dropped takes the last use of package fmt away, and the error that is discarded brings a new one.
func remove(ctx context.Context) ([]string, error) {
	client.DeleteMessage(ctx, &sqs.DeleteMessageInput{})
	return nil, nil
}

func handle(ctx context.Context, in events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := remove(ctx); err != nil {
		log.Print(err)
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: `{"message":"failed"}`}, fmt.Errorf("x: %v", err)
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: "{}"}, nil
}

func main() { lambda.Start(handle) }
