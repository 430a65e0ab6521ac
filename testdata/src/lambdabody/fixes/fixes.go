// Package fixes has error bodies that the rule turns into JSON.
package fixes

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

const missing = "missing"

var headers = map[string]string{"Access-Control-Allow-Origin": "*"}

type sender struct{ client *sqs.Client }

func (s sender) send(ctx context.Context, r events.APIGatewayProxyRequest) (*events.APIGatewayProxyResponse, error) {
	status := 500
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		switch r.Path {
		case "/client":
			return &events.APIGatewayProxyResponse{StatusCode: 400, Body: "cannot send: " + err.Error()}, nil // want `and shows err's text to the client`
		case "/variable":
			return &events.APIGatewayProxyResponse{StatusCode: status, Body: fmt.Sprintf("cannot send: %v", err)}, nil // want `and shows err's text to the client`
		case "/logged":
			log.Printf("cannot send: %v", err)
			return &events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, nil // want `and shows err's text to the client`
		}
	}
	return &events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func constants(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "/named":
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: missing}, nil // want `the error body is not JSON`
	case "/variable":
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: "no " + "path", Headers: headers}, nil // want `the error body is not JSON`
	case "/backquote":
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: "no `path`", Headers: nil}, nil // want `the error body is not JSON`
	case "/other":
		return events.APIGatewayProxyResponse{
			StatusCode: 404,
			Headers: map[string]string{
				"X-A": "b",
			},
			Body: "no path", // want `the error body is not JSON`
		}, nil
	case "/json":
		return events.APIGatewayProxyResponse{
			Headers:    map[string]string{"content-type": "application/json"},
			StatusCode: 404,
			Body:       "no path", // want `the error body is not JSON, as its Content-Type says`
		}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 400, Body: errFailed.Error(), Headers: map[string]string{}}, nil // want `the error body is not JSON`
}

type code int

var statuses = map[string]int{"/missing": 404}

func statusOf(path string) int { return statuses[path] }

// statuses are repeated for the message, unless that could give another one.
func repeated(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var c code = 404
	switch r.Path {
	case "/element":
		return events.APIGatewayProxyResponse{StatusCode: statuses[r.Path], Body: errFailed.Error()}, nil // want `the error body is not JSON`
	case "/conversion":
		return events.APIGatewayProxyResponse{StatusCode: int(c), Body: errFailed.Error()}, nil // want `the error body is not JSON`
	}
	return events.APIGatewayProxyResponse{StatusCode: statusOf(r.Path), Body: errFailed.Error()}, nil // want `the error body is not JSON`
}
