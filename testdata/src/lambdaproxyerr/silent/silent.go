// Package main has handlers whose errors are right, or in other hands.
package main

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

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

var errFailed = errors.New("failed")

// marshals fails only where it cannot encode what it made itself.
func marshals(context.Context, request) (response, error) {
	b, err := json.Marshal(struct{}{})
	if err != nil {
		return response{}, err
	}
	return response{StatusCode: 200, Body: string(b)}, nil
}

func wraps(_ context.Context, r request) (response, error) {
	b, err := json.MarshalIndent(r.Headers, "", "  ")
	if err != nil {
		return response{}, fmt.Errorf("encode %s: %w", r.Path, err)
	}
	return response{StatusCode: 200, Body: string(b)}, nil
}

func marshalsOrEnds(_ context.Context, r request) (response, error) {
	b, err := json.Marshal(r.Headers)
	if err != nil {
		log.Panicf("encode %s: %v", r.Path, err)
	}
	c, err := json.MarshalIndent(r.Headers, "", " ")
	if err != nil {
		log.Print(err)
		os.Exit(1)
	}
	return response{StatusCode: 200, Body: string(b) + string(c)}, nil
}

// checksTwice asks for an error that it has already returned, and that nothing has set since.
func checksTwice(_ context.Context, r request) (resp response, err error) {
	b, marshalErr := json.Marshal(r.Headers)
	if err != nil {
		log.Fatal(marshalErr)
	}
	err = os.WriteFile(r.Path, b, 0o600)
	if err != nil {
		return response{StatusCode: 500}, nil
	}
	kind := ""
	switch r.Path {
	case "/a":
		kind = "first"
	case "/b":
		kind = "second"
	default:
		panic("unreachable") //awserrlint:ignore lambdaproxyerr the gateway has no other route
	}
	if err != nil {
		log.Fatalf("%s: %v", kind, err)
		return resp, err
	}
	if err != nil {
		return resp, err
	}
	return response{StatusCode: 200, Body: kind}, nil
}

// loops panics below what never ends.
func loops(_ context.Context, r request) (response, error) {
	for {
		if r.Path == "" {
			return response{StatusCode: 404}, nil
		}
		r.Path = r.Path[1:]
	}
	panic("unreachable")
}

func writes(context.Context, request) (response, error) { // for lambdadropresp
	return response{StatusCode: 404}, errFailed
}

func succeeds(context.Context, request) (response, error) {
	return response{StatusCode: 200}, nil
}

// converts makes a response of its own error in the end.
func converts(_ context.Context, r request) (resp response, err error) {
	defer func() {
		if err != nil {
			resp, err = response{StatusCode: 500}, nil
		}
	}()
	if r.Path == "" {
		return response{}, errFailed
	}
	return response{StatusCode: 200}, nil
}

// recovers makes a response of its own panics.
func recovers(_ context.Context, r request) (response, error) {
	defer func() {
		if v := recover(); v != nil {
			log.Print(v)
		}
	}()
	if r.Path == "" {
		panic("no path")
	}
	return response{StatusCode: 200}, nil
}

// behind is registered behind a middleware that makes responses of errors.
func behind(context.Context, request) (response, error) {
	return response{}, errFailed
}

func withErrors(next func(context.Context, request) (response, error)) func(context.Context, request) (response, error) {
	return func(ctx context.Context, r request) (response, error) {
		resp, err := next(ctx, r)
		if err != nil {
			log.Print(err)
			return response{StatusCode: 500}, nil
		}
		return resp, nil
	}
}

// asked is called by a handler that looks at the error.
func asked(context.Context, request) (response, error) {
	return response{}, errFailed
}

func asks(ctx context.Context, r request) (response, error) {
	resp, err := asked(ctx, r)
	if err != nil {
		log.Print(err)
		return response{StatusCode: 500}, nil
	}
	return resp, nil
}

// queue is called for messages, whose errors make them come again.
func queue(context.Context, events.SQSEvent) (events.SQSEventResponse, error) {
	return events.SQSEventResponse{}, errFailed
}

// connect refuses the connection.
func connect(context.Context, events.APIGatewayWebsocketProxyRequest) (response, error) {
	return response{}, errFailed
}

func authorize(context.Context, events.APIGatewayCustomAuthorizerRequest) (events.APIGatewayCustomAuthorizerResponse, error) {
	return events.APIGatewayCustomAuthorizerResponse{}, errors.New("Unauthorized")
}

// allow is an authorizer, whatever the type of its event.
func allow(_ context.Context, r request) (events.APIGatewayCustomAuthorizerResponse, error) {
	if r.Headers["Authorization"] == "" {
		return events.APIGatewayCustomAuthorizerResponse{}, errors.New("Unauthorized")
	}
	return events.APIGatewayCustomAuthorizerResponse{PrincipalID: "user"}, nil
}

func ignored(context.Context, request) (response, error) {
	//awserrlint:ignore lambdaproxyerr the gateway turns 502 into a page
	return response{}, errFailed
}

// direct is invoked by a program that reads the error.
//
//awserrlint:handler direct
func direct(context.Context, request) (response, error) {
	return response{}, errFailed
}

// goroutine panics where nobody answers anyway.
func goroutine(context.Context, request) (response, error) {
	go func() {
		if err := json.Unmarshal(nil, nil); err != nil {
			log.Fatal(err)
		}
	}()
	return response{StatusCode: 202}, nil
}

func main() {
	lambda.Start(withErrors(behind))
	lambda.Start(marshals)
	lambda.Start(allow)
	lambda.Start(asks)
}
