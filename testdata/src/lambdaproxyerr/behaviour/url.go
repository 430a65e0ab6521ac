package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

func functionURL(ctx context.Context, req events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	if err := serve(ctx, req.RawPath); err != nil {
		return events.LambdaFunctionURLResponse{}, err // want `the function URL returns 502`
	}
	return events.LambdaFunctionURLResponse{StatusCode: http.StatusNoContent}, nil
}
