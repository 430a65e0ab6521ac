// Package format writes its errors in JSON in a way of its own, which no fix can repeat: a second format would only
// confuse its clients.
package format

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
)

type problem struct {
	Title  string `json:"title"`
	Detail string `json:"detail"`
}

func get(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		b, err := json.Marshal(problem{"not found", "there is no path"})
		if err != nil {
			return events.APIGatewayProxyResponse{StatusCode: 500}, nil
		}
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: string(b)}, nil
	}
	if r.Body == "" {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: "no body"}, nil // want `error body is plain text`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func put(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, nil // want `error body is plain text`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}
