package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda/messages"
)

type valueErr struct{}

func (valueErr) Error() string { return "value" }

type ptrErr struct{ text string }

func (e *ptrErr) Error() string { return e.text }

type safeErr struct{}

func (e *safeErr) Error() string { return "nil-safe" }

type genErr[T any] struct{}

func (genErr[T]) Error() string { return "generic" }

// jsonErr's text is JSON.
type jsonErr struct {
	IsError bool `json:"isError"`
}

func (e *jsonErr) Error() string {
	b, _ := json.Marshal(e)
	return string(b)
}

// marshalErr's text is not its JSON encoding.
type marshalErr struct {
	Code int `json:"code"`
}

func (marshalErr) Error() string                { return "text" }
func (marshalErr) MarshalJSON() ([]byte, error) { return []byte(`{"code":1}`), nil }

var response404 = events.APIGatewayProxyResponse{StatusCode: 404, Body: "{}"}

func returns(err error) func() error { return func() error { return err } }

var sent = messages.InvokeResponse_Error{Message: `{"isError":true}`, Type: "Teapot"}

// handlers are given to lambda.Start.
var handlers = map[string]any{
	"errors.New":           returns(errors.New("plain")),
	"fmt.Errorf":           returns(fmt.Errorf("plain %d", 1)),
	"io.EOF":               returns(io.EOF),
	"wrapped":              returns(fmt.Errorf("ctx: %w", io.EOF)),
	"wrapped twice":        returns(fmt.Errorf("%w, %w", io.EOF, io.ErrNoProgress)),
	"joined":               returns(errors.Join(errors.New("a"), errors.New("b"))),
	"value":                returns(valueErr{}),
	"pointer":              returns(&ptrErr{"pointer"}),
	"wrapped pointer":      returns(fmt.Errorf("ctx: %w", &ptrErr{"pointer"})),
	"generic":              returns(genErr[map[string]int]{}),
	"anonymous":            returns(struct{ error }{io.EOF}),
	"deadline":             returns(context.DeadlineExceeded),
	"response error":       returns(sent),
	"response error ptr":   returns(&sent),
	"response error wrap":  returns(fmt.Errorf("ctx: %w", sent)),
	"response error exits": returns(messages.InvokeResponse_Error{Message: "m", Type: "T", ShouldExit: true}),
	"json":                 returns(&jsonErr{IsError: true}),
	"wrapped json":         returns(fmt.Errorf("get: %w", &jsonErr{IsError: true})),
	"MarshalJSON":          returns(marshalErr{1}),
	"html":                 returns(errors.New("<b>\xff")),
	"nil":                  returns(nil),
	"nil pointer":          returns((*ptrErr)(nil)),
	"concrete nil": func() (events.APIGatewayProxyResponse, *ptrErr) {
		return response404, nil
	},
	"concrete nil-safe": func() (events.APIGatewayProxyResponse, *safeErr) {
		return response404, nil
	},
	"response and error": func() (events.APIGatewayProxyResponse, error) {
		return response404, errors.New("no such order")
	},
	"response": func() (events.APIGatewayProxyResponse, error) {
		return response404, nil
	},
	"bad signature": func(int, int) {},
}
