// Package service has methods whose responses handlers in other packages return.
package service

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
)

type (
	request  = events.APIGatewayV2HTTPRequest
	response = events.APIGatewayV2HTTPResponse
)

// An Order is what a client orders.
type Order struct{ ID string }

// A Store keeps orders.
type Store interface {
	Put(ctx context.Context, order Order) error
}

// A Handler handles requests.
type Handler struct{ store Store }

// Handle has no error: the function that Lambda calls adds nil.
func (h *Handler) Handle(ctx context.Context, r request) response {
	var order Order
	if err := json.Unmarshal([]byte(r.Body), &order); err != nil {
		return response{StatusCode: 400, Body: err.Error()} // want `info: error body is plain text, which API Gateway labels text/plain; return a JSON body`
	}
	if err := h.store.Put(ctx, order); err != nil {
		return response{StatusCode: 500, Body: err.Error()} // want `error body shows the client the text of err; log it and return a fixed message`
	}
	return response{StatusCode: 200, Body: order.ID}
}

// Fail makes a response of an error.
func (h *Handler) Fail(status int, err error) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: 400, Body: fmt.Sprintf("bad request: %v", err)} // want `error body is plain text; return a JSON body`
}

// Missing tells what others may say differently.
func (h *Handler) Missing(id string) response {
	return response{StatusCode: 404, Body: "no such order"}
}

// Encode has a body that it does not know.
func (h *Handler) Encode(order Order, body string) response {
	return response{StatusCode: 400, Body: body}
}

// Typed says what its text is.
func (h *Handler) Typed(err error) response {
	return response{StatusCode: 400, Body: err.Error(), Headers: map[string]string{"Content-Type": "text/plain"}}
}

// Find has callers that are no handlers: Lambda calls a function with an error.
func (h *Handler) Find(order *Order) *response {
	if err := h.store.Put(context.Background(), *order); err != nil {
		return &response{StatusCode: 500, Body: err.Error()}
	}
	return &response{StatusCode: 200}
}
