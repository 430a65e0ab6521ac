// Package own has functions for error responses, which fixes call.
package own

import (
	"context"
	"encoding/json"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
)

// failure returns the response to an error, as the clients of this program know it.
func failure(status int, message string) events.APIGatewayProxyResponse {
	b, _ := json.Marshal(map[string]string{"error": message}) // strings always encode
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(b)}
}

func remove(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		return failure(404, "no path"), nil
	}
	if err := os.Remove(r.Path); err != nil {
		return events.APIGatewayProxyResponse{}, err // want `API Gateway returns 502`
	}
	slog.Info("removed", "path", r.Path)
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// refused logs err, which is no matter of the client.
func refused(err error) (events.APIGatewayV2HTTPResponse, error) {
	slog.Error("refused", "error", err)
	return events.APIGatewayV2HTTPResponse{StatusCode: 500, Body: `{"error":"refused"}`}, nil
}

func rename(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if err := os.Mkdir(r.RawPath, 0o777); err != nil {
		return refused(err)
	}
	if err := os.Rename(r.RawPath, r.Body); err != nil {
		return events.APIGatewayV2HTTPResponse{}, err // want `API Gateway returns 500`
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: 204}, nil
}

// shown has the text of err in its body.
func shown(err error) events.ALBTargetGroupResponse {
	b, _ := json.Marshal(map[string]string{"error": err.Error()}) // strings always encode
	return events.ALBTargetGroupResponse{StatusCode: 500, Body: string(b), Headers: map[string]string{"Content-Type": "application/json"}}
}

func link(_ context.Context, r events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	if err := os.Mkdir(r.Path, 0o777); err != nil {
		return shown(err), nil
	}
	if err := os.Link(r.Path, r.Body); err != nil {
		return events.ALBTargetGroupResponse{}, err // want `the load balancer returns 502`
	}
	return events.ALBTargetGroupResponse{StatusCode: 204, Headers: map[string]string{}}, nil
}
