// Package main has handlers whose responses reach their callers, or that have none to lose.
package main

import (
	"context"
	"encoding/json"
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

// flush returns an error that is of no record, after the loop.
func flush(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var resp events.SQSEventResponse
	for _, m := range e.Records {
		if err := check(request{Path: m.Body}); err != nil {
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	if err := check(request{}); err != nil {
		return resp, err
	}
	return resp, nil
}

// fatal wants the whole batch again when one record cannot be decoded, and does not list it.
func fatal(_ context.Context, e events.SQSEvent) (events.SQSEventResponse, error) {
	var resp events.SQSEventResponse
	for _, m := range e.Records {
		if err := json.Unmarshal([]byte(m.Body), &m); err != nil {
			return events.SQSEventResponse{}, err
		}
		if err := check(request{Path: m.Body}); err != nil {
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return resp, nil
}

// perhaps is written to on some paths only.
func perhaps(w *response, body string) {
	if body != "" {
		w.Body = body
	}
}

func fills(_ context.Context, r request) (w response, err error) {
	if err = check(r); err != nil {
		perhaps(&w, r.Body)
		return
	}
	w.StatusCode = 200
	return
}

// fail is also called with the error of a function that may have none.
func fail(err error) (response, error) { return response{StatusCode: 500}, err }

func fails(_ context.Context, r request) (response, error) { return fail(check(r)) }

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

// connect refuses the connection of a WebSocket, message gets one that nobody answers.
func connect(context.Context, events.APIGatewayWebsocketProxyRequest) (response, error) {
	return response{StatusCode: 401}, errFailed
}

func message(_ context.Context, r *events.APIGatewayWebsocketProxyRequest) (response, error) {
	if r.Body == "" {
		return response{StatusCode: 500, Body: `{"message":"no body"}`}, errFailed
	}
	return response{StatusCode: 200}, nil
}

// poll is called by a schedule, or by a trigger of a database.
func poll(ctx context.Context) (events.LambdaFunctionURLResponse, error) {
	if err := check(request{}); err != nil {
		return events.LambdaFunctionURLResponse{StatusCode: 500}, err
	}
	return events.LambdaFunctionURLResponse{StatusCode: 200}, nil
}

func main() {
	lambda.Start(message)
	lambda.Start(poll)
	lambda.Start(logging(behind))
	lambda.Start(maps)
	lambda.Start(all)
	lambda.Start(first)
	lambda.Start(flush)
	lambda.Start(fatal)
	lambda.Start(authorizer)
}
