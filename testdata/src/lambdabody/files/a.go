// Package files has handlers in several files, none of which is the one for functions that all of them need.
package files

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

func get(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: "no path"}, nil // want `error body is plain text`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}
