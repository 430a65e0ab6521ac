package wrong

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

type clientError struct {
	IsError bool   `json:"isError"`
	Type    string `json:"type"`
	Message string `json:"message"`
}

func (e *clientError) Error() string {
	text, _ := json.Marshal(e)
	return string(text)
}

type request struct {
	Name string `json:"name"`
}

// raise Exception(json.dumps({"isError": True, "type": "ClientException", "message": "no name"}))
func rename(ctx context.Context, req request) (string, error) {
	if req.Name == "" {
		return "", fmt.Errorf("rename: %w", &clientError{true, "ClientException", "no name"})
	}
	if req.Name == "root" {
		return "", errors.New("root keeps its name")
	}
	return req.Name, nil
}

// Handler returns the handler of a REST API without proxy integration.
func Handler() lambda.Handler { return lambda.NewHandler(rename) }
