// Package origins has bodies with the texts of errors that come from elsewhere, and functions that make responses for
// other packages.
package origins

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"example.com/fixtures/lambdabody/elsewhere"
)

type store interface {
	Find(ctx context.Context, id string) (string, error)
}

type app struct {
	store  store
	client *sqs.Client
	status int
}

func newApp(s store) *app { return &app{store: s, status: http.StatusBadRequest} }

// find shows errors of which nobody knows where they come from.
func (a *app) find(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	item, err := a.store.Find(ctx, r.Path)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: err.Error()}, nil // want `error body is plain text, but API Gateway labels it application/json; return a JSON body$`
	}
	if err := elsewhere.Err(); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: fmt.Sprintf("%v: %s", err, r.Path)}, nil // want `error body is plain text`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: item}, nil
}

// variables has the status and the body in variables and fields that are set once.
func (a *app) variables(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	_, err := a.store.Find(ctx, r.Path)
	status, body := http.StatusNotFound, "no such item"
	if err == nil {
		status = http.StatusConflict
	}
	if r.Body == "" {
		return events.APIGatewayProxyResponse{StatusCode: a.status, Body: "no body"}, nil // want `error body is plain text`
	}
	return events.APIGatewayProxyResponse{StatusCode: status, Body: body}, nil // want `error body is plain text`
}

// cuts shows the text of an error of AWS that it has cut.
func (a *app) cuts(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := a.send(ctx, r.Body); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, nil // want `error body shows the client the text of err, which can come from sqs.SendMessage; log it and return a fixed message$`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func (a *app) send(ctx context.Context, body string) error {
	if _, err := a.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &body}); err != nil {
		return fmt.Errorf("cannot send: %v", err)
	}
	return nil
}

// Failed makes a response for the handlers of other packages.
func Failed(status int, err error) events.APIGatewayProxyResponse {
	if status < 400 {
		status = 500
	}
	if errors.Is(err, context.Canceled) {
		return events.APIGatewayProxyResponse{StatusCode: 499, Body: err.Error()} // want `error body is plain text; return a JSON body$`
	}
	b, _ := json.Marshal(err.Error())
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(b)}
}
