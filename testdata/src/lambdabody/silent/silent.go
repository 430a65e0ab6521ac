// Package main has bodies that are right, or that nobody can tell of.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

var errFailed = errors.New("failed")

var plain = map[string]string{"content-type": "text/plain"}

func text() map[string]string { return map[string]string{"Content-Type": "text/plain"} }

func labelled(_ context.Context, r request) (response, error) {
	switch r.Path {
	case "/literal":
		return response{StatusCode: 404, Headers: map[string]string{"Content-type": "text/html"}, Body: "<h1>no</h1>"}, nil
	case "/variable":
		return response{StatusCode: 404, Headers: plain, Body: "no"}, nil
	case "/function":
		return response{StatusCode: 404, Headers: text(), Body: "no"}, nil
	case "/multi":
		return response{StatusCode: 404, MultiValueHeaders: map[string][]string{"Content-Type": {"text/plain"}}, Body: "no"}, nil
	case "/later":
		resp := response{StatusCode: 404, Body: "no"}
		resp.Headers = plain
		return resp, nil
	case "/elsewhere":
		resp := response{StatusCode: 404, Body: "no"}
		label(&resp)
		return resp, nil
	case "/parameter":
		return withHeaders(plain), nil
	case "/wrapped":
		return labelledAs(response{StatusCode: 404, Body: "no"}), nil
	}
	h := map[string]string{}
	h["Content-Type"] = r.Path
	return response{StatusCode: 404, Headers: h, Body: "no"}, nil
}

func label(r *response) { r.Headers = plain }

func labelledAs(r response) response {
	r.Headers = plain
	return r
}

func withHeaders(h map[string]string) response {
	return response{StatusCode: 404, Headers: h, Body: "no"}
}

func encodes(_ context.Context, r request) (response, error) {
	b, err := json.Marshal(map[string]string{"message": errFailed.Error()})
	if err != nil {
		return response{StatusCode: 500, Body: `{"isError":true}`}, nil
	}
	return response{StatusCode: 500, Body: string(b)}, nil
}

// succeeds is about bodies of responses that are no errors.
func succeeds(_ context.Context, r request) (response, error) {
	return response{StatusCode: 200, Body: "hello"}, nil
}

// unknown shows a text that may be JSON.
func unknown(_ context.Context, r request) (response, error) {
	return response{StatusCode: 400, Body: r.Body}, nil
}

// byHand is for lambdahandjson.
func byHand(_ context.Context, r request) (response, error) {
	return response{StatusCode: 400, Body: fmt.Sprintf(`{"message":"%s"}`, errFailed)}, nil
}

func binary(_ context.Context, r request) (response, error) {
	return response{StatusCode: 400, Body: "bm8=", IsBase64Encoded: true}, nil
}

func connect(context.Context, events.APIGatewayWebsocketProxyRequest) (response, error) {
	return response{StatusCode: 400, Body: "no"}, nil
}

// behind is registered behind a middleware that labels its responses.
func behind(context.Context, request) (response, error) {
	return response{StatusCode: 400, Body: "no"}, nil
}

func labels(next func(context.Context, request) (response, error)) func(context.Context, request) (response, error) {
	return func(ctx context.Context, r request) (response, error) {
		resp, err := next(ctx, r)
		resp.Headers = plain
		return resp, err
	}
}

// made is called by a handler that labels what it gets.
func made() response { return response{StatusCode: 400, Body: "no"} }

func makes(context.Context, request) (response, error) {
	resp := made()
	resp.Headers = plain
	return resp, nil
}

// unused is no part of any handler.
func unused() response { return response{StatusCode: http.StatusTeapot, Body: "no"} }

func main() {
	lambda.Start(labels(behind))
	lambda.Start(makes)
}
