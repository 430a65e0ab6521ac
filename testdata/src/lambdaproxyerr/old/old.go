//go:build go1.21

// Package old has a function with the name of the helper that shows errors to clients, and
// is written for an older Go.
package old

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
)

var errFailed = errors.New("failed")

func errorResponse(err error) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: 500, Body: `{"message":` + err.Error() + `}`}
}

func handle(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		return errorResponse(errFailed), nil
	}
	return events.APIGatewayProxyResponse{}, errFailed // want `API Gateway returns 502`
}
