// Package silent holds what the rule leaves alone.
package silent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"

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

type tagError struct {
	Code string `json:"code"`
}

func (e *tagError) Error() string { return "code " + e.Code }

type plainError struct{ text string }

func (e *plainError) Error() string { return "text " + e.text }

func values(o order) (string, error) {
	switch o.ID {
	case "1":
		return "", messages.InvokeResponse_Error{Type: "T", Message: "value"}
	case "2":
		return "", *pointer()
	case "3":
		log.Print(pointer()) // only logged
	case "4":
		return "", &jsonError{"ClientException"}
	case "5":
		return "", fmt.Errorf("order: %w", errors.New("text"))
	case "6":
		return "", fmt.Errorf(`{"message":%q,"cause":%w}`, o.ID, &jsonError{"ClientException"})
	case "7":
		return "", &plainError{"no tags"}
	case "8":
		return "", fmt.Errorf("order: %w", &plainError{"a type that nobody matches"})
	case "9":
		return "", fmt.Errorf("order: %v", errors.New("unauthorized"))
	}
	return o.ID, nil
}

func pointer() *messages.InvokeResponse_Error { return &messages.InvokeResponse_Error{} }

// In a state machine JSON tags and texts do not matter.
//
//awserrlint:handler stepfunctions
func step(o order) (*order, error) {
	switch o.ID {
	case "":
		return nil, &tagError{"1"}
	case "1":
		return nil, fmt.Errorf("step: %w", errors.New("a type of std"))
	}
	return &o, nil
}

// The invoker takes what there is.
//
//awserrlint:handler direct
func direct(o order) (*order, error) { return nil, &tagError{"1"} }

// A proxy integration shows no error at all.
func proxy(r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		return events.APIGatewayProxyResponse{}, &tagError{"1"}
	}
	return events.APIGatewayProxyResponse{}, fmt.Errorf("json: %w", &jsonError{"ClientException"})
}

func authorizeREST(r events.APIGatewayCustomAuthorizerRequest) (events.APIGatewayCustomAuthorizerResponse, error) {
	if r.AuthorizationToken == "" {
		return events.APIGatewayCustomAuthorizerResponse{}, errors.New("Unauthorized")
	}
	if r.MethodArn == "" {
		return events.APIGatewayCustomAuthorizerResponse{}, errors.New("no method")
	}
	log.Print(errors.New("unauthorized, but only logged"))
	return events.APIGatewayCustomAuthorizerResponse{PrincipalID: "user"}, nil
}

// For an HTTP API no text means more than others.
func authorizeHTTP(r events.APIGatewayV2CustomAuthorizerV2Request) (events.APIGatewayV2CustomAuthorizerSimpleResponse, error) {
	return events.APIGatewayV2CustomAuthorizerSimpleResponse{}, errors.New("unauthorized")
}

// A middleware gets the error first.
func wrapped(ctx context.Context, o order) (string, error) {
	return "", &messages.InvokeResponse_Error{Message: "unwrapped by the middleware"}
}

func unwrapping(next func(context.Context, order) (string, error)) func(context.Context, order) (string, error) {
	return func(ctx context.Context, o order) (string, error) {
		out, err := next(ctx, o)
		var respErr *messages.InvokeResponse_Error
		if errors.As(err, &respErr) {
			return "", *respErr
		}
		return out, err
	}
}

// Nobody registers this.
func helper(o order) (*order, *tagError) { return &o, nil }

func main() {
	lambda.Start(values)
	lambda.Start(step)
	lambda.Start(direct)
	lambda.Start(proxy)
	lambda.Start(authorizeREST)
	lambda.Start(authorizeHTTP)
	lambda.Start(unwrapping(wrapped))
	lambda.Start(func(o order) (*order, error) {
		got, err := helper(o)
		if err != nil {
			return nil, errors.New(`{"type":"ClientException"}`)
		}
		return got, nil
	})
}
