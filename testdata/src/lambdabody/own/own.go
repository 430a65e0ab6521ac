// Package own has functions for error responses, which fixes call, and a logger.
package own

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type app struct {
	client *sqs.Client
	logger *slog.Logger
}

// clientError makes an error response as the clients of this program know it.
func clientError(status int, message string) (events.APIGatewayProxyResponse, error) {
	b, err := json.Marshal(map[string]string{"error": message})
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(b)}, nil
}

func (a *app) put(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Body == "" {
		return clientError(400, "no body")
	}
	if r.Path == "" {
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: "no such path"}, nil // want `error body is plain text`
	}
	if _, err := a.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: fmt.Sprintf("cannot send: %v", err)}, nil // want `error body shows the client the text of err`
	}
	a.logger.InfoContext(ctx, "sent")
	if r.HTTPMethod == "" {
		return events.APIGatewayProxyResponse{
			StatusCode: 405,
			Headers:    map[string]string{"Allow": "PUT"},
			Body:       "no method", // want `error body is plain text`
		}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

var jsonHeaders = map[string]string{"Content-Type": "application/json", "X-Version": "1"}

// fail logs the error and does not show it.
func fail(err error, status int) events.ALBTargetGroupResponse {
	slog.Error("failed", "error", err)
	return events.ALBTargetGroupResponse{StatusCode: status, Headers: jsonHeaders, Body: `{"error":true}`}
}

func (a *app) alb(ctx context.Context, r events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	if _, err := a.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		if r.Path == "" {
			return fail(err, 500), nil
		}
		return events.ALBTargetGroupResponse{StatusCode: 500, Headers: jsonHeaders, Body: err.Error()}, nil // want `error body shows the client the text of err`
	}
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return events.ALBTargetGroupResponse{StatusCode: 400, Body: err.Error()}, nil // want `info: error body is plain text`
	}
	return events.ALBTargetGroupResponse{StatusCode: 204, Headers: jsonHeaders}, nil
}
