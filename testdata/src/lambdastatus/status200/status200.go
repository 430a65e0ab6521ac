// Package status200 has errors with a status that says that all is well.
package status200

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

var errFailed = errors.New("failed")

func handle(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "/error":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: errFailed.Error()}, nil // 1
	case "/text":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusAccepted, Body: fmt.Sprintf("failed: %v", errFailed)}, nil // 2
	case "/failed":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest, Body: errFailed.Error()}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: "{}"}, nil
}
