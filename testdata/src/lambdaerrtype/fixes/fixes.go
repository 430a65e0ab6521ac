// Package fixes has the places that the rule reports, with and without a fix.
package fixes

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambda/messages"
)

type order struct{ ID string }

type jsonError struct {
	Type string `json:"type"`
}

func (e jsonError) Error() string {
	b, _ := json.Marshal(e)
	return string(b)
}

func newError(text string) error {
	return &messages.InvokeResponse_Error{Message: text} // want `is sent as a Go dump; return the value`
}

func newPointer(text string) *messages.InvokeResponse_Error {
	return &messages.InvokeResponse_Error{Message: text}
}

func dumps(o order) (string, error) {
	switch o.ID {
	case "1":
		return "", newError("one")
	case "2":
		return "", newError("two")
	case "3":
		return "", newPointer("three") // want `is sent as a Go dump; return the value`
	case "4":
		err := &messages.InvokeResponse_Error{Message: "four"} // want `is sent as a Go dump; return the value`
		return "", err
	case "5":
		return "", fmt.Errorf("five: %w", messages.InvokeResponse_Error{Message: "five"}) // want `a wrapped messages.InvokeResponse_Error is sent as a Go dump; return the value`
	case "6":
		return "", (&messages.InvokeResponse_Error{Message: "six"}) // want `is sent as a Go dump; return the value`
	case "7":
		err := new(messages.InvokeResponse_Error)
		err.Message = "seven"
		return "", err // want `is sent as a Go dump; return the value`
	case "8":
		return "", fmt.Errorf("eight: %w", &messages.InvokeResponse_Error{Message: "eight"}) // want `a wrapped \*messages.InvokeResponse_Error is sent as a Go dump; return the value`
	}
	return o.ID, nil
}

func wraps(o order) (string, error) {
	err := error(jsonError{"ClientException"})
	switch o.ID {
	case "1":
		return "", fmt.Errorf("order %s: %w", o.ID, err) // want `wrapping this error puts text before its JSON; return it unwrapped`
	case "2":
		return "", fmt.Errorf("order %s: %w", os.Getenv("ORDER"), err) // want `wrapping this error puts text before its JSON; return it unwrapped`
	case "3":
		err = fmt.Errorf("order %s: %w", o.ID, err) // want `wrapping this error puts text before its JSON; return it unwrapped`
	}
	return o.ID, err
}

func refuse(o order) error {
	switch o.ID {
	case "":
		return jsonError{"ClientException"}
	case "0":
		return jsonError{"ServerException"}
	}
	return nil
}

func wrapsAny(o order) (string, error) {
	if err := refuse(o); err != nil {
		return "", fmt.Errorf("refuse: %w", err) // want `wrapping this error puts text before its JSON; return it unwrapped`
	}
	return o.ID, nil
}

type stateError struct{ text string }

func (e *stateError) Error() string { return e.text }

//awserrlint:handler stepfunctions
func step(ctx context.Context, o order) (*order, error) {
	if o.ID == "" {
		return nil, fmt.Errorf("step: %w", &stateError{"no id"}) // want `this error reaches Step Functions as wrapError, not stateError; return the error unwrapped`
	}
	return &o, nil
}

type tagError struct {
	Code string `json:"code"`
}

func (e *tagError) Error() string { return "code " + e.Code }

func tags(o order) (*order, error) {
	if o.ID == "" {
		return nil, &tagError{"1"} // want `the Lambda runtime sends Error\(\) of tagError and ignores its JSON tags; let Error return the JSON`
	}
	return &o, nil
}

func pointer(o order) (*order, *stateError) { // want `a nil \*stateError in the error result makes every invocation fail; use the type error`
	if o.ID == "" {
		return nil, &stateError{"1"}
	}
	err := check(o)
	if err != nil {
		return nil, err
	}
	return &o, nil
}

func maybe(o order) *stateError { // want `a nil \*stateError in the error result makes every invocation fail; use the type error`
	return check(o)
}

func check(o order) *stateError {
	if o.ID == "0" {
		return &stateError{"0"}
	}
	return nil
}

func value(o order) (order, jsonError) { // want `a jsonError in the error result is never nil, so every invocation fails; use the type error`
	return o, jsonError{}
}

func twice(o order) (_ *order, err *stateError) { // want `a nil \*stateError in the error result makes every invocation fail; use the type error`
	return &o, nil
}

type (
	authRequest  = events.APIGatewayCustomAuthorizerRequestTypeRequest
	authResponse = events.APIGatewayCustomAuthorizerResponse
)

var errUnauthorized = errors.New("UNAUTHORIZED") // want `401 only for the exact text "Unauthorized"`

var ErrUnauthorized = errors.New("Unauthorized!") // want `401 only for the exact text "Unauthorized"`

func authorize(ctx context.Context, r authRequest) (authResponse, error) {
	_, err := os.Stat(r.Path)
	switch r.Path {
	case "1":
		return authResponse{}, errUnauthorized
	case "2":
		return authResponse{}, ErrUnauthorized
	case "3":
		return authResponse{}, fmt.Errorf("unauthorized") // want `401 only for the exact text "Unauthorized"`
	case "4":
		return authResponse{}, fmt.Errorf("Unauthorized: %w", err) // want `401 only for the exact text "Unauthorized"`
	case "5":
		err = errors.New("user is unauthorized") // want `401 only for the exact text "Unauthorized"`
	}
	return authResponse{}, err
}

// allow is an authorizer, whatever the type of its event.
func allow(ctx context.Context, r events.APIGatewayProxyRequest) (authResponse, error) {
	if r.Headers["Authorization"] == "" {
		return authResponse{}, errors.New("unauthorized") // want `401 only for the exact text "Unauthorized"`
	}
	return authResponse{PrincipalID: "user"}, nil
}

func main() {
	lambda.Start(allow)
	lambda.Start(dumps)
	lambda.Start(wraps)
	lambda.Start(wrapsAny)
	lambda.Start(step)
	lambda.Start(tags)
	lambda.Start(pointer)
	lambda.Start(maybe)
	lambda.Start(value)
	lambda.Start(twice)
	lambda.Start(authorize)
	lambda.Start(func(o order) *stateError { // want `a nil \*stateError in the error result makes every invocation fail; use the type error`
		return nil
	})
}
