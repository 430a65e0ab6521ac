// Package service has a handler that responds in plain text, beside one that responds in JSON.
package service

import (
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

// A Hook is for a program that reads none of its responses.
type Hook struct{}

// Handle takes an event.
func (h *Hook) Handle(r request) (response, error) {
	if !json.Valid([]byte(r.Body)) {
		return response{StatusCode: 400, Body: "invalid payload"}, nil // want `info: ^error body is plain text, as all bodies here, but has no Content-Type; set text/plain$`
	}
	if r.Path == "/publish" {
		return h.publish(r)
	}
	return response{StatusCode: 200, Body: "event ignored"}, nil
}

func (h *Hook) publish(r request) (response, error) {
	if r.Body == "{}" {
		return response{StatusCode: 400, Body: "no payload"}, nil // want `info: ^error body is plain text, as all bodies here`
	}
	return response{StatusCode: 200, Body: "published"}, nil
}

// A Shop is for browsers.
type Shop struct{}

// Handle lists products.
func (s *Shop) Handle(r request) (response, error) {
	if r.Path != "/products" {
		return response{StatusCode: 404, Body: "no such path"}, nil // want `^error body is plain text, but API Gateway labels it application/json; return a JSON body$`
	}
	products, err := json.Marshal([]string{"tea"})
	if err != nil {
		return shared(r)
	}
	return response{StatusCode: 200, Body: string(products)}, nil
}

// Mixed gets text where all is well, and JSON from what it shares with others.
func Mixed(r request) (response, error) {
	if r.Path == "" {
		return response{StatusCode: 400, Body: "no path"}, nil // want `API Gateway labels it application/json; return a JSON body$`
	}
	if r.Path == "/products" {
		return new(Shop).Handle(r)
	}
	return shared(r)
}

func shared(r request) (response, error) {
	if r.Path == "/shared" {
		return response{StatusCode: 500, Body: "failed"}, nil // want `API Gateway labels it application/json; return a JSON body$`
	}
	return response{StatusCode: 200, Body: "fine"}, nil
}
