package files

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
)

func put(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, nil // want `error body is plain text`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}
