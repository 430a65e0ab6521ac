// Package usual has headers and loggers of its own, which fixes use.
package usual

import (
	"context"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type app struct {
	client *sqs.Client
	logger *slog.Logger
}

func (a *app) sent(ctx context.Context) { a.logger.InfoContext(ctx, "sent") }

var jsonHeaders = map[string]string{"Content-Type": "application/json", "X-Version": "1"}

func urls(_ context.Context, r events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	if r.Body == "" {
		return events.LambdaFunctionURLResponse{StatusCode: 404, Body: "no body"}, nil // want `info: error body is plain text`
	}
	return events.LambdaFunctionURLResponse{StatusCode: 200, Headers: jsonHeaders, Body: "{}"}, nil
}

func (a *app) api(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if _, err := a.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return events.APIGatewayV2HTTPResponse{
			StatusCode: 500,
			Body:       err.Error(), // want `error body shows the client the text of err`
		}, nil
	}
	return events.APIGatewayV2HTTPResponse{
		StatusCode: 200,
		Headers:    map[string]string{"Access-Control-Allow-Origin": "*"},
		Body:       "{}",
	}, nil
}
