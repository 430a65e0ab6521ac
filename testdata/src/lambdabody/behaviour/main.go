// Package main runs a handler of one of the sources of HTTP requests, SOURCE.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
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

func client(ctx context.Context) *dynamodb.Client {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		panic(err)
	}
	return dynamodb.NewFromConfig(cfg)
}

var errPath = errors.New(`no path "/own"`)

func failed(err error) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{
		StatusCode: http.StatusBadRequest,
		Body:       "failed: " + err.Error(), // want `error body `
	}
}

func rest(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch req.Path {
	case "/aws":
		if _, err := client(ctx).ListTables(ctx, nil); err != nil {
			return failed(err), nil
		}
	case "/own":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest, Body: errPath.Error()}, nil // want `error body `
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: "no path"}, nil // want `error body `
}

func httpAPI(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	switch req.RawPath {
	case "/aws":
		if _, err := client(ctx).ListTables(ctx, nil); err != nil {
			return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusBadRequest, Body: err.Error()}, nil // want `error body `
		}
	case "/own":
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusBadRequest, Body: errPath.Error()}, nil // want `info: error body `
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusNotFound, Body: "no path"}, nil // want `info: error body `
}

func functionURL(ctx context.Context, req events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	switch req.RawPath {
	case "/aws":
		if _, err := client(ctx).ListTables(ctx, nil); err != nil {
			return events.LambdaFunctionURLResponse{StatusCode: http.StatusBadRequest, Body: err.Error()}, nil // want `error body `
		}
	case "/own":
		return events.LambdaFunctionURLResponse{StatusCode: http.StatusBadRequest, Body: errPath.Error()}, nil // want `info: error body `
	}
	return events.LambdaFunctionURLResponse{StatusCode: http.StatusNotFound, Body: "no path"}, nil // want `info: error body `
}

func loadBalancer(ctx context.Context, req events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	headers := map[string]string{"Content-Type": "application/json"}
	switch req.Path {
	case "/aws":
		if _, err := client(ctx).ListTables(ctx, nil); err != nil {
			return events.ALBTargetGroupResponse{StatusCode: http.StatusBadRequest, Headers: headers, Body: err.Error()}, nil // want `error body `
		}
	case "/own":
		return events.ALBTargetGroupResponse{StatusCode: http.StatusBadRequest, Headers: headers, Body: errPath.Error()}, nil // want `error body `
	}
	return events.ALBTargetGroupResponse{StatusCode: http.StatusNotFound, Headers: headers, Body: "no path"}, nil // want `error body `
}
