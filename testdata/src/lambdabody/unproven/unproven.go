// Package unproven has bodies with the texts of errors that may be JSON, or responses that others label.
package unproven

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/aws/aws-lambda-go/events"

	"example.com/fixtures/lambdabody/elsewhere"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

// A fault is an error whose text is JSON, so that the text of any error may be.
type fault struct {
	Message string `json:"message"`
}

func (f *fault) Error() string {
	b, _ := json.Marshal(f)
	return string(b)
}

func unknown(context.Context, request) (response, error) {
	if err := elsewhere.Err(); err != nil {
		return response{StatusCode: 400, Body: err.Error()}, nil
	}
	return response{StatusCode: 204}, nil
}

func known(_ context.Context, r request) (response, error) {
	var err error
	if r.Body == "" {
		err = &fault{"no body"}
	}
	if err != nil {
		return response{StatusCode: 400, Body: err.Error()}, nil
	}
	return response{StatusCode: 204}, nil
}

// status is not known to be one of an error.
func status(_ context.Context, r request) (response, error) {
	status, _ := strconv.Atoi(r.Path)
	return response{StatusCode: status, Body: "text"}, nil
}

// sometimes has a body that is JSON on one way.
func sometimes(_ context.Context, r request) (response, error) {
	body := "text"
	if r.Path == "" {
		body = `{"message":"no path"}`
	}
	return response{StatusCode: 400, Body: body}, nil
}

// Text makes a response of what others pass, whatever that is.
func Text(status int, body string) response { return response{StatusCode: status, Body: body} }

// Plain makes a response that its callers label.
func Plain(message string) response { return response{StatusCode: 400, Body: message} }

// Find is a method of a service that others adapt: it is given more than what responses are made of.
func Find(ctx context.Context, in *struct{ ID string }) *response {
	if err := elsewhere.Err(); err != nil {
		return &response{StatusCode: 500, Body: err.Error()}
	}
	return &response{StatusCode: 200}
}
