// Package reuse has a function that does what the helper is for.
package reuse

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-lambda-go/events"
)

var errFailed = errors.New("failed")

func errorResponse(err error) events.APIGatewayProxyResponse {
	log.Printf("failed: %v", err)
	if errors.Is(err, errFailed) {
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: "{}"}
	}
	return events.APIGatewayProxyResponse{StatusCode: 500, Body: "{}"}
}

func handle(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{}, errFailed // want `API Gateway returns 502`
}
