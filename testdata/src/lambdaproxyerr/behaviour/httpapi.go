package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

func httpAPI(ctx context.Context, req events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if err := serve(ctx, req.RawPath); err != nil {
		return events.APIGatewayV2HTTPResponse{}, err // want `API Gateway returns 500`
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusNoContent}, nil
}
