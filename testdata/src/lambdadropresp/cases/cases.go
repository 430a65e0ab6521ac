// Package cases has responses that the rule reports and that it does not fix.
package cases

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

func notFound(message string) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: 404, Body: message}
}

func statement(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		notFound(`"no path"`) // want `this response is dropped: the handler goes on and returns another one`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func blank(_ context.Context, r events.APIGatewayProxyRequest) (resp events.APIGatewayProxyResponse, _ error) {
	if r.Path == "" {
		if resp.StatusCode = 404; r.Body == "" { return resp, errFailed } // want `this response is dropped`
	}
	return resp, nil
}

type sender struct{ client *sqs.Client }

// tells would show the error of AWS.
func (s sender) tells(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, errFailed // want `this response is dropped`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// encodes would do so, too.
func (s sender) encodes(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		b, _ := json.Marshal(map[string]string{"message": err.Error()})
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: string(b)}, err // want `this response is dropped`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// passes it on to a function that does.
func (s sender) passes(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return notFound(err.Error()), err // want `this response is dropped`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}
