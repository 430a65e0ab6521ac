//go:build go1.21

// Package old has a function with the name of the helper that does something else, and is written for an
// older Go.
package old

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
)

var errFailed = errors.New("failed")

func errorResponse(err error) string { return "the server says: " + err.Error() }

func handle(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		log.Print(errorResponse(errFailed))
		return events.APIGatewayProxyResponse{StatusCode: 204}, nil
	}
	return events.APIGatewayProxyResponse{}, errFailed // want `API Gateway returns 502`
}
