package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

func rest(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := serve(ctx, req.Path); err != nil {
		return events.APIGatewayProxyResponse{}, err // want `API Gateway returns 502`
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNoContent}, nil
}
