// Command example shows what the rule reports.
package main

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

type clientError struct {
	IsError bool   `json:"isError"`
	Type    string `json:"type"`
	Message string `json:"message"`
}

func (e *clientError) Error() string {
	b, _ := json.Marshal(e)
	return string(b)
}

func find(ctx context.Context, o order) (*order, error) {
	switch o.ID {
	case "":
		return nil, &messages.InvokeResponse_Error{Type: "ClientException", Message: "no id"} // want `\*messages.InvokeResponse_Error is sent as a Go dump; return the value`
	case "0":
		err := &clientError{true, "ClientException", "no such order"}
		return nil, fmt.Errorf("find order: %w", err) // want `wrapping this error puts text before its JSON; return it unwrapped`
	}
	return &o, nil
}

func remove(o order) (*order, *clientError) { // want `a nil \*clientError in the error result makes every invocation fail; use the type error`
	if o.ID == "" {
		return nil, &clientError{true, "ClientException", "no id"}
	}
	return &o, nil
}

func authorize(r events.APIGatewayCustomAuthorizerRequest) (events.APIGatewayCustomAuthorizerResponse, error) {
	if r.AuthorizationToken == "" {
		return events.APIGatewayCustomAuthorizerResponse{}, errors.New("unauthorized") // want `API Gateway returns 500 for this error and 401 only for the exact text "Unauthorized"; use that text`
	}
	return events.APIGatewayCustomAuthorizerResponse{PrincipalID: "user"}, nil
}

func main() {
	switch os.Getenv("HANDLER") {
	case "find":
		lambda.Start(find)
	case "remove":
		lambda.Start(remove)
	default:
		lambda.Start(authorize)
	}
}
