// Package main runs a handler of one of the sources of HTTP requests, SOURCE.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
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

func find(path string) error {
	if path == "/" {
		return nil
	}
	return errors.New("secret")
}

func rest(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := find(req.Path); err != nil {
		return events.APIGatewayProxyResponse{}, nil // want `response has no StatusCode, so API Gateway returns 502`
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: "{}"}, nil
}

func httpAPI(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if err := find(req.RawPath); err != nil {
		return events.APIGatewayV2HTTPResponse{}, nil // want `response has no StatusCode, so API Gateway returns 500`
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusOK, Body: "{}"}, nil
}

func functionURL(ctx context.Context, req events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	if err := find(req.RawPath); err != nil {
		return events.LambdaFunctionURLResponse{}, nil // want `response has no StatusCode, so the function URL returns 502`
	}
	return events.LambdaFunctionURLResponse{StatusCode: http.StatusOK, Body: "{}"}, nil
}

func loadBalancer(ctx context.Context, req events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	if err := find(req.Path); err != nil {
		return events.ALBTargetGroupResponse{Headers: map[string]string{}}, nil // want `response has no StatusCode, so the load balancer returns 502`
	}
	return events.ALBTargetGroupResponse{StatusCode: http.StatusOK, Body: "{}"}, nil // want `response has no headers, so the load balancer returns 502; set Headers, even to an empty map$`
}
