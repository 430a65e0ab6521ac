// Package service has methods and functions whose results handlers in other packages return.
package service

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
)

type response = events.APIGatewayProxyResponse

// An Order is what a client orders.
type Order struct{ ID string }

// A Builder makes responses.
type Builder struct{ err error }

// Build makes a response of a body.
func (b *Builder) Build(status int, body any) (response, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return response{StatusCode: 500, Body: "cannot encode"}, err // want `response is lost where a handler returns the error beside it; return a nil error`
	}
	return response{StatusCode: status, Body: string(encoded)}, nil
}

// Ping makes a response of nothing.
func (b *Builder) Ping(ctx context.Context) (response, error) {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(ctx.Value("id")); err != nil {
		return response{StatusCode: 404}, err // want `response is lost where a handler returns the error beside it; return a nil error`
	}
	return response{StatusCode: 200, Body: buf.String()}, nil
}

// Create makes a response of what it has done.
func (b *Builder) Create(order *Order) (*response, error) {
	if err := os.WriteFile(order.ID, nil, 0o600); err != nil {
		return &response{StatusCode: 500}, fmt.Errorf("create: %w", err) // want `response is lost where a handler returns the error beside it; return a nil error`
	}
	return &response{StatusCode: 201}, nil
}

// Broken is for errors that are not nil.
func Broken(err error) (response, error) {
	fmt.Println(err)
	return response{StatusCode: http.StatusInternalServerError, Body: "internal error"}, err // want `response is lost where a handler returns the error beside it; return a nil error`
}

// Response has a name of the program's own.
type Response events.APIGatewayProxyResponse

// Encode makes a response of a body.
func Encode(body map[string]any) (Response, error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return Response{StatusCode: 500}, err // want `response is lost where a handler returns the error beside it; return a nil error`
	}
	return Response{StatusCode: 200, Body: string(encoded)}, nil
}

// A Reply is what another service sends.
type Reply struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}

// Ask is no response to a client.
func (b *Builder) Ask(order Order) (Reply, error) {
	if order.ID == "" {
		return Reply{StatusCode: 400}, errors.New("no id")
	}
	return Reply{StatusCode: 200}, nil
}

// Shown is for errors that are not nil, with the status that others choose.
func Shown(err error, status int) (response, error) {
	message := err.Error()
	return response{StatusCode: status, Body: message}, err // want `response is lost where a handler returns the error beside it; return a nil error`
}

// Logged is for an error that may be nil.
func Logged(body string, err error) (response, error) {
	if err != nil {
		fmt.Println(err)
	}
	return response{StatusCode: http.StatusOK, Body: body}, err
}

// Last returns an error that may be nil.
func (b *Builder) Last() (response, error) {
	return response{StatusCode: http.StatusBadRequest}, b.err
}

// Nothing has no response to lose.
func (b *Builder) Nothing(order Order) (*response, error) {
	if order.ID == "" {
		return nil, errors.New("no id")
	}
	return &response{StatusCode: 200}, nil
}

// Relay calls another service, for callers that look at the error.
func Relay(client *http.Client, order Order) (response, error) {
	resp, err := client.Get(order.ID)
	if err != nil {
		return response{StatusCode: http.StatusBadGateway}, err
	}
	return response{StatusCode: resp.StatusCode}, resp.Body.Close()
}

// Try is called below, where the error matters.
func (b *Builder) Try(order Order) (response, error) {
	return response{StatusCode: http.StatusBadGateway}, errors.New(order.ID)
}

// Retry tries twice.
func (b *Builder) Retry(order Order) response {
	resp, err := b.Try(order)
	if err != nil {
		resp, _ = b.Try(order)
	}
	return resp
}

// An Option is no plain value.
type Option func(*Builder)

// With is given something that it may do more with.
func (b *Builder) With(option Option) (response, error) {
	option(b)
	return response{StatusCode: http.StatusBadGateway}, errors.New("no")
}

// Write is given a place for its response.
func (b *Builder) Write(w http.ResponseWriter, order Order) (response, error) {
	return response{StatusCode: http.StatusBadGateway}, errors.New(order.ID)
}
