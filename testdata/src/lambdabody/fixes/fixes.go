// Package fixes has error bodies that the rule turns into JSON.
package fixes

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

const missing = "missing"

var headers = map[string]string{"Access-Control-Allow-Origin": "*"}

func main() { lambda.Start(constants) }

type sender struct{ client *sqs.Client }

func (s sender) send(ctx context.Context, r events.APIGatewayProxyRequest) (*events.APIGatewayProxyResponse, error) {
	status := 500
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		switch r.Path {
		case "/client":
			return &events.APIGatewayProxyResponse{StatusCode: 400, Body: "cannot send: " + err.Error()}, nil // want `error body shows the client the text of err, which can come from sqs.SendMessage; log it and return a fixed message$`
		case "/variable":
			return &events.APIGatewayProxyResponse{StatusCode: status, Body: fmt.Sprintf("cannot send: %v", err)}, nil // want `error body shows the client the text of err, which can come from sqs.SendMessage; log it and return a fixed message$`
		case "/logged":
			log.Printf("cannot send: %v", err)
			return &events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, nil // want `error body shows the client the text of err, which can come from sqs.SendMessage; return a fixed message$`
		}
	}
	return &events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func constants(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "/named":
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: missing}, nil // want `error body `
	case "/variable":
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: "no " + "path", Headers: headers}, nil // want `error body `
	case "/backquote":
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: "no `path`", Headers: nil}, nil // want `error body `
	case "/other":
		return events.APIGatewayProxyResponse{
			StatusCode: 404,
			Headers: map[string]string{
				"X-A": "b",
			},
			Body: "no path", // want `error body `
		}, nil
	case "/json":
		return events.APIGatewayProxyResponse{
			Headers:    map[string]string{"content-type": "application/json"},
			StatusCode: 404,
			Body:       "no path", // want `error body is plain text, but its Content-Type is application/json; return JSON$`
		}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 400, Body: errFailed.Error(), Headers: map[string]string{}}, nil // want `error body `
}

type code int

var statuses = map[string]int{"/missing": 404}

func statusOf(path string) int { return statuses[path] }

// statuses are repeated for the message, unless that could give another one.
func repeated(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var c code = 404
	switch r.Path {
	case "/element":
		return events.APIGatewayProxyResponse{StatusCode: statuses[r.Path], Body: errFailed.Error()}, nil // want `error body `
	case "/conversion":
		return events.APIGatewayProxyResponse{StatusCode: int(c), Body: errFailed.Error()}, nil // want `error body `
	}
	return events.APIGatewayProxyResponse{StatusCode: statusOf(r.Path), Body: errFailed.Error()}, nil // want `error body `
}
