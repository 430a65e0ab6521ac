package main

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var (
	client    *sqs.Client
	errFailed = errors.New("failed")
)

// A response without a status, and with an error beside it, became one that lambdastatus and lambdabody report.
func handle(ctx context.Context, in events.APIGatewayProxyRequest) (events.APIGatewayV2HTTPResponse, error) {
	if _, err := client.SendMessage(ctx, &sqs.SendMessageInput{}); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: 502, Body: "{}"}, nil
	}
	if in.Path == "" {
		return events.APIGatewayV2HTTPResponse{Body: errFailed.Error()}, errFailed
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: 200, Body: "{}"}, nil
}

func main() { lambda.Start(handle) }
