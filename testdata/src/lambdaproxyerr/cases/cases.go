// Package cases has errors that the rule reports and does not fix.
package cases

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var errFailed = errors.New("failed")

func panicking(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "/a":
		panic("a") // want `panic ends the process, so API Gateway returns 502; return a JSON error response and a nil error`
	case "/b":
		log.Fatalf("b: %v", r) // want `log.Fatalf ends the process, so API Gateway returns 502; return a JSON error response and a nil error`
	case "/c":
		os.Exit(1) // want `os.Exit ends the process`
	case "/d":
		log.Panicln("d") // want `log.Panicln ends the process`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

// marshals ends the process for what a client can cause, too.
func marshals(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var order map[string]any
	b, err := json.Marshal(r.Headers)
	if err == nil {
		err = json.Unmarshal([]byte(r.Body), &order)
	}
	if err != nil {
		panic(err) // want `panic ends the process`
	}
	if err = os.WriteFile(r.Path, b, 0o600); err != nil {
		log.Print(err)
		os.Exit(1) // want `os.Exit ends the process`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func check(r events.APIGatewayV2HTTPRequest) error {
	if r.RawPath == "" {
		return errFailed
	}
	return nil
}

// mayBeNil returns an error that may be nil.
func mayBeNil(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return events.APIGatewayV2HTTPResponse{}, check(r) // want `API Gateway returns 500 for`
}

// anything has a result of which nobody knows what it is.
func anything(context.Context, events.APIGatewayProxyRequest) (any, error) {
	return nil, errFailed // want `API Gateway returns 502 for`
}

type wide struct {
	StatusCode int64             `json:"statusCode"`
	Headers    map[string]string `json:"headers"`
	Body       string            `json:"body"`
}

func init() { lambda.Start(anything) }

// widened has a response with a status of another type.
func widened(context.Context, events.LambdaFunctionURLRequest) (wide, error) {
	return wide{}, errFailed // want `the function URL returns 502 for`
}

func fail(reason string) (events.ALBTargetGroupResponse, error) {
	return events.ALBTargetGroupResponse{}, fmt.Errorf("failed: %s", reason)
}

func elsewhere() bool {
	_, err := fail("elsewhere")
	return err != nil
}

// passes returns the results of a function that is no handler itself.
func passes(_ context.Context, r events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	if elsewhere() {
		return fail("no path") // want `the load balancer returns 502 for`
	}
	return events.ALBTargetGroupResponse{StatusCode: 200, Headers: map[string]string{}}, nil
}

// last would leave a variable that nobody uses.
func last(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var resp events.APIGatewayProxyResponse
	return resp, errFailed // want `API Gateway returns 502 for`
}

// collects wraps an error with itself, again and again.
func collects(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var resp events.APIGatewayProxyResponse
	var all error
	for _, name := range r.Headers {
		if err := os.Remove(name); err != nil {
			all = fmt.Errorf("%w; %w", all, err)
		}
	}
	if all != nil {
		return resp, all // want `API Gateway returns 502 for this error`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}
