// Package dropped has bodies beside an error, which nobody gets.
package dropped

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

type app struct{ client *sqs.Client }

// beside returns the error with each body.
func (a app) beside(ctx context.Context, r request) (response, error) {
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return response{StatusCode: 400, Body: err.Error()}, err
	}
	if _, err := a.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return response{StatusCode: 500, Body: "cannot send: " + err.Error()}, err
	}
	if r.Path == "" {
		return response{StatusCode: 404, Body: "no path"}, errors.New("no path")
	}
	return response{StatusCode: 204}, nil
}

// variable returns it with a variable, and one that is chosen.
func variable(_ context.Context, r request) (response, error) {
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		resp := response{Body: "bad request"}
		resp.StatusCode = 400
		return resp, err
	}
	return response{StatusCode: 204}, nil
}

func pointer(_ context.Context, r *request) (*response, error) {
	if err := json.Unmarshal([]byte(r.Body), r); err != nil {
		resp := &response{StatusCode: 422, Body: "no JSON"}
		if r.Path == "" {
			resp = &response{StatusCode: 404, Body: "no path"}
		}
		return resp, err
	}
	return &response{StatusCode: 204}, nil
}

// perhaps returns an error that may be nil.
func perhaps(_ context.Context, r request) (response, error) {
	err := json.Unmarshal([]byte(r.Body), &r)
	return response{StatusCode: 400, Body: "bad request"}, err // want `error body is plain text`
}

// either returns one response in both ways.
func either(_ context.Context, r request) (response, error) {
	resp := response{StatusCode: 400, Body: "bad request"} // want `error body is plain text`
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return resp, err
	}
	return resp, nil
}

// inner is called by a handler that returns the response without the error.
func inner(body string) (response, error) {
	var r request
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		return response{StatusCode: 400, Body: "bad request"}, err // want `error body is plain text`
	}
	return response{StatusCode: 204}, nil
}

func outer(_ context.Context, r request) (response, error) {
	resp, _ := inner(r.Body)
	return resp, nil
}

// Fail returns the error that it has asked for its text, so that it is none that is nil.
func Fail(err error, status int) (response, error) {
	text := err.Error()
	return response{StatusCode: status, Body: text}, err
}

// Answer may be given nil.
func Answer(err error, status int) (response, error) {
	body := "done"
	if err != nil {
		body = err.Error()
	}
	return response{StatusCode: status, Body: body}, err // want `error body is plain text`
}
