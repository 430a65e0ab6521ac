// Package main has handlers that forget what their callers need.
package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type queue struct {
	client *sqs.Client
	url    string
}

func (q *queue) send(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	_, err := q.client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: &q.url, MessageBody: &req.Body})
	if err != nil {
		log.Print(err)
		return events.APIGatewayProxyResponse{}, nil // want `response has no StatusCode, so API Gateway returns 502 \(SAM and LocalStack: 200\); set one$`
	}
	return events.APIGatewayProxyResponse{Body: `{"sent":true}`}, nil // want `response has no StatusCode, so API Gateway returns 502`
}

func health(context.Context, events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return events.ALBTargetGroupResponse{StatusCode: 200, Body: `{"healthy":true}`}, nil // want `response has no headers, so the load balancer returns 502; set Headers, even to an empty map$`
}

func main() {
	lambda.Start((&queue{}).send)
}
