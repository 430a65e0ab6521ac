// Package silent holds what the rule leaves alone.
package silent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambda/messages"
)

type order struct{ ID string }

type jsonError struct {
	Type string `json:"type"`
}

func (e *jsonError) Error() string {
	b, _ := json.Marshal(e)
	return string(b)
}

type anyError struct{ text string }

func (e anyError) Error() string { return e.text }

// All errors are JSON.
func good(o order) (*order, error) {
	switch o.ID {
	case "1":
		return nil, &jsonError{"ClientException"}
	case "2":
		return nil, errors.New(`{"isError":true,"type":"ClientException","message":"two"}`)
	case "3":
		b, _ := json.Marshal(jsonError{"ClientException"})
		return nil, messages.InvokeResponse_Error{Type: "ClientException", Message: string(b)}
	}
	return &o, nil
}

// The pattern matches the status in brackets.
func brackets(o order) (*order, error) {
	switch o.ID {
	case "1":
		return nil, errors.New("[404] no such order")
	case "2":
		return nil, fmt.Errorf("[%d] no such order", 404)
	case "3":
		return nil, errors.New("anything else")
	}
	return &o, nil
}

// Nothing tells whether these are texts.
func unknown(o order) (*order, error) {
	switch o.ID {
	case "1":
		return nil, anyError{o.ID}
	case "2":
		return nil, errors.New(o.ID)
	case "3":
		return nil, fmt.Errorf("%s is missing", o.ID)
	}
	return &o, nil
}

//awserrlint:handler direct
func direct(o order) (*order, error) { return nil, errors.New("direct") }

//awserrlint:handler stepfunctions
func step(o order) (*order, error) { return nil, errors.New("step") }

//awserrlint:handler appsync
func resolve(o order) (*order, error) { return nil, errors.New("resolve") }

// Nobody waits for a result.
func async(o order) error { return errors.New("async") }

func nothing(o order) (struct{}, error) { return struct{}{}, errors.New("nothing") }

// Others are called by somebody who is known.

func queue(e events.SQSEvent) (events.SQSEventResponse, error) {
	return events.SQSEventResponse{}, errors.New("queue")
}

func proxy(r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, errors.New("proxy")
}

func authorize(r events.APIGatewayCustomAuthorizerRequest) (events.APIGatewayCustomAuthorizerResponse, error) {
	return events.APIGatewayCustomAuthorizerResponse{}, errors.New("authorize")
}

func signUp(e events.CognitoEventUserPoolsPreSignup) (events.CognitoEventUserPoolsPreSignup, error) {
	return e, errors.New("this name is taken")
}

func anything(e map[string]any) (*order, error) { return nil, errors.New("anything") }

// A middleware may make JSON of the error.
func wrapped(ctx context.Context, o order) (*order, error) { return nil, errors.New("wrapped") }

func encoding(next func(context.Context, order) (*order, error)) func(context.Context, order) (*order, error) {
	return func(ctx context.Context, o order) (*order, error) {
		out, err := next(ctx, o)
		if err != nil {
			return nil, &jsonError{err.Error()}
		}
		return out, nil
	}
}

// Nobody registers this.
func helper(o order) (*order, error) { return nil, errors.New("helper") }

// Nothing says that API Gateway calls these.

func task(ctx context.Context, o order) (*order, error) {
	if o.ID == "" {
		return nil, errors.New("a state machine catches this")
	}
	return &o, nil
}

func scheduled(ctx context.Context, o order) (string, error) {
	return "", fmt.Errorf("the schedule of order %q has ended", "1")
}

// consumed is what a pipe sends: the events of others.
type consumed struct {
	Queue *events.SQSEvent
	Topic []events.SNSEventRecord
}

// consume returns JSON to the pipe, which nobody but a program reads.
func consume(c consumed) (*order, error) {
	switch {
	case c.Queue == nil:
		return nil, &jsonError{"NoQueue"}
	case len(c.Topic) == 0:
		return nil, errors.New("no topic")
	}
	return &order{}, nil
}

type job struct{ queued *order }

func (j *job) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, &j.queued) }

func work(j job) (*order, error) {
	if j.queued == nil {
		return nil, &jsonError{"NoOrder"}
	}
	return nil, errors.New("no work")
}

// tagged has an error that was not meant for API Gateway: its text is no JSON.
type taggedError struct {
	Code string `json:"code"`
}

func (e *taggedError) Error() string { return "code " + e.Code }

func tagged(o order) (*order, error) {
	if o.ID == "" {
		return nil, &taggedError{"1"}
	}
	return nil, errors.New("no order")
}

func main() {
	lambda.Start(task)
	lambda.Start(scheduled)
	lambda.Start(consume)
	lambda.Start(work)
	lambda.Start(tagged)
	lambda.Start(good)
	lambda.Start(brackets)
	lambda.Start(unknown)
	lambda.Start(direct)
	lambda.Start(step)
	lambda.Start(resolve)
	lambda.Start(async)
	lambda.Start(nothing)
	lambda.Start(queue)
	lambda.Start(proxy)
	lambda.Start(authorize)
	lambda.Start(signUp)
	lambda.Start(anything)
	lambda.Start(encoding(wrapped))
}
