// Package main has responses that their callers understand, or that are none yet.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

var errFailed = errors.New("failed")

func complete(context.Context, request) (response, error) {
	return response{StatusCode: 204}, nil
}

// empty is for lambdaproxyerr.
func empty(context.Context, request) (response, error) {
	return response{}, errFailed
}

// never comes to its last line.
func never(ctx context.Context, r request) (response, error) {
	switch r.HTTPMethod {
	case http.MethodGet:
		return complete(ctx, r)
	default:
		return response{StatusCode: 405}, nil
	}

	return response{}, nil
}

func later(_ context.Context, r request) (response, error) {
	resp := response{Headers: map[string]string{"X-A": "b"}}
	resp.StatusCode = 200
	return resp, nil
}

func decoded(_ context.Context, r request) (response, error) {
	resp := response{}
	if err := json.Unmarshal([]byte(r.Body), &resp); err != nil {
		return response{StatusCode: 400}, nil
	}
	return resp, nil
}

func filled(_ context.Context, r request) (response, error) {
	resp := response{Body: "{}"}
	fill(&resp)
	return resp, nil
}

func fill(r *response) { r.StatusCode = 200 }

func replaced(_ context.Context, r request) (response, error) {
	resp := response{Body: "{}"}
	if r.Path == "" {
		resp = response{StatusCode: 404}
	} else {
		resp = response{StatusCode: 200}
	}
	return resp, nil
}

// base is completed by those who call it.
func base() response { return response{Headers: map[string]string{"X-A": "b"}} }

func based(context.Context, request) (response, error) {
	resp := base()
	resp.StatusCode = 200
	return resp, nil
}

// changed is completed in a deferred function.
func changed(context.Context, request) (resp response, err error) {
	defer func() { resp.StatusCode = 200 }()
	return response{Body: "{}"}, nil
}

// behind is registered behind a middleware that sets the status.
func behind(context.Context, request) (response, error) {
	return response{Body: "{}"}, nil
}

func setsStatus(next func(context.Context, request) (response, error)) func(context.Context, request) (response, error) {
	return func(ctx context.Context, r request) (response, error) {
		resp, err := next(ctx, r)
		resp.StatusCode = http.StatusOK
		return resp, err
	}
}

func disconnect(context.Context, events.APIGatewayWebsocketProxyRequest) (response, error) {
	return response{}, nil
}

func streams(context.Context, events.LambdaFunctionURLRequest) (*events.LambdaFunctionURLStreamingResponse, error) {
	return &events.LambdaFunctionURLStreamingResponse{}, nil
}

// inferred leaves the status to the HTTP API.
type inferred struct {
	StatusCode int    `json:"statusCode,omitempty"`
	Body       string `json:"body"`
}

func infers(context.Context, events.APIGatewayV2HTTPRequest) (inferred, error) {
	return inferred{Body: "{}"}, nil
}

func shows(context.Context, request) (response, error) { // without -lambda.status200
	return response{StatusCode: 200, Body: errFailed.Error()}, nil
}

func headersLater(context.Context, events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	resp := events.ALBTargetGroupResponse{StatusCode: 200}
	resp.Headers = map[string]string{}
	return resp, nil
}

func manyHeaders(context.Context, events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return events.ALBTargetGroupResponse{StatusCode: 200, MultiValueHeaders: map[string][]string{}}, nil
}

// template is no response, but what responses are made of.
func template(context.Context, request) (response, error) {
	base := response{Headers: map[string]string{"X-A": "b"}}
	return response{StatusCode: 200, Headers: base.Headers}, nil
}

func main() {
	lambda.Start(setsStatus(behind))
	lambda.Start(infers)
	lambda.Start(streams)
}
