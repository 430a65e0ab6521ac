// Package main runs a handler of one of several sources, SOURCE.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var errFailed = errors.New("secret")

func main() {
	switch os.Getenv("SOURCE") {
	case "rest":
		lambda.Start(rest)
	case "http":
		lambda.Start(httpAPI)
	case "url":
		lambda.Start(functionURL)
	case "alb":
		lambda.Start(loadBalancer)
	case "sqs":
		lambda.Start(queue)
	}
}

func rest(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest, Body: `{"isError":true}`}, errFailed // want `response with status 400 is lost, since .* returns 502 for the error beside it; log it and return nil$`
}

func httpAPI(context.Context, events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusBadRequest, Body: `{"isError":true}`}, errFailed // want `response with status 400 is lost, since .* returns 500 for the error beside it; log it and return nil$`
}

func functionURL(context.Context, events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	return events.LambdaFunctionURLResponse{StatusCode: http.StatusBadRequest, Body: `{"isError":true}`}, errFailed // want `response with status 400 is lost, since .* returns 502 for the error beside it; log it and return nil$`
}

func loadBalancer(_ context.Context, req events.ALBTargetGroupRequest) (resp events.ALBTargetGroupResponse, err error) {
	if req.Path != "/orders" {
		err = errFailed
	}
	if err != nil {
		resp.StatusCode = http.StatusBadRequest
		resp.Headers = map[string]string{"Content-Type": "application/json"}
		resp.Body = `{"isError":true}`
		return // want `response is lost, since .* returns 502 for the error beside it; log it and return nil$`
	}
	resp.StatusCode = http.StatusNoContent
	return
}

func queue(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var failures []events.SQSBatchItemFailure
	for _, m := range e.Records {
		if m.Body == "bad" {
			failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	if len(failures) > 0 {
		return events.SQSEventResponse{BatchItemFailures: failures}, errFailed // want `list of failures is ignored, since Lambda retries the whole batch for the error beside it; return it with a nil error$`
	}
	return events.SQSEventResponse{}, nil
}
