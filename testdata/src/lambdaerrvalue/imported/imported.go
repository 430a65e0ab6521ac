// Package main encodes errors of types of another package, whose methods it never calls.
package main

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/lambdaerrvalue/imported/kinds"
)

func handle(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	body, _ := json.Marshal(map[string]any{
		"problem": kinds.NewProblem(r.Path),
		"text":    kinds.NewText(r.Path),
		"bare":    kinds.NewBare(r.Path), // want `this error becomes {} in JSON`
	})
	return events.APIGatewayProxyResponse{StatusCode: 400, Body: string(body)}, nil
}

func main() { lambda.Start(handle) }
