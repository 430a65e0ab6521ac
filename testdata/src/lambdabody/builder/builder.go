// Package builder calls a function of another package for error responses. No fix knows what that makes of an error.
package builder

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"

	"example.com/fixtures/lambdabody/builder/respond"
)

func create(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		return events.APIGatewayProxyResponse{StatusCode: 401, Body: "Unauthorized"}, nil // want `error body is plain text`
	}
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return respond.OfError(err)
	}
	return respond.Of(r.Body, 201, "")
}
