// Package main has handlers whose responses reach their callers, or that have none to lose.
package main

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

var errFailed = errors.New("failed")

func check(r request) error {
	if r.Path == "" {
		return errFailed
	}
	return nil
}

func succeeds(context.Context, request) (response, error) {
	return response{StatusCode: 200}, nil
}

func answers(context.Context, request) (response, error) {
	log.Print(errFailed)
	return response{StatusCode: 404}, nil
}

// empty has nothing to drop; that is for lambdaproxyerr.
func empty(context.Context, request) (response, error) {
	return response{}, errFailed
}

// unchecked returns an error that may be nil.
func unchecked(_ context.Context, r request) (response, error) {
	err := check(r)
	return response{StatusCode: 200}, err
}

// unwritten has written to the response on one way only.
func unwritten(_ context.Context, r request) (resp response, err error) {
	if r.Body != "" {
		resp.StatusCode = 204
	}
	if err = check(r); err != nil {
		return resp, err
	}
	return resp, nil
}

// converts makes a response of its own error in the end.
func converts(_ context.Context, r request) (resp response, err error) {
	defer func() { err = nil }()
	if err := check(r); err != nil {
		return response{StatusCode: 404}, err
	}
	return response{StatusCode: 200}, nil
}

// behind is registered behind a middleware that looks at both.
func behind(context.Context, request) (response, error) {
	return response{StatusCode: 404}, errFailed
}

func logging(next func(context.Context, request) (response, error)) func(context.Context, request) (response, error) {
	return func(ctx context.Context, r request) (response, error) {
		resp, err := next(ctx, r)
		if err != nil {
			log.Print(err)
		}
		return resp, nil
	}
}

// mapped is no handler: its caller logs the error and returns the response.
func mapped(r request) (response, error) {
	return response{StatusCode: 404}, errFailed
}

func maps(_ context.Context, r request) (response, error) {
	resp, err := mapped(r)
	if err != nil {
		log.Print(err)
	}
	return resp, nil
}

// all returns an error only if every record has failed.
func all(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var failures []events.SQSBatchItemFailure
	for _, m := range e.Records {
		if m.Body == "" {
			failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	if len(failures) > 0 && len(failures) == len(e.Records) {
		return events.SQSEventResponse{BatchItemFailures: failures}, errFailed
	}
	return events.SQSEventResponse{BatchItemFailures: failures}, nil
}

// first fails before it has looked at any record.
func first(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	failures := []events.SQSBatchItemFailure{{ItemIdentifier: "1"}}
	if err := check(request{}); err != nil {
		return events.SQSEventResponse{BatchItemFailures: failures}, err
	}
	return events.SQSEventResponse{}, nil
}

// authorizer denies by the policy; the error is for the log of the service.
func authorizer(context.Context, events.APIGatewayCustomAuthorizerRequest) (events.APIGatewayCustomAuthorizerResponse, error) {
	return events.APIGatewayCustomAuthorizerResponse{PrincipalID: "user"}, errFailed
}

func ok(status int) response { return response{StatusCode: status} }

func uses(context.Context, request) (response, error) {
	resp := ok(200)
	return resp, nil
}

// warm calls a handler for what it does, and not for what it returns.
func warm(ctx context.Context, r request) (response, error) {
	answers(ctx, r)
	return response{StatusCode: 200}, nil
}

func main() {
	lambda.Start(logging(behind))
	lambda.Start(maps)
	lambda.Start(all)
	lambda.Start(first)
	lambda.Start(authorizer)
}
