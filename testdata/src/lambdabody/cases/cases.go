// Package cases has bodies that the rule reports and does not fix.
package cases

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
)

var errFailed = errors.New("failed")

func describe(err error) string { return fmt.Sprintf("failed: %v", err) }

func status() int { return 400 }

func handle(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	message := "failed"
	switch r.Path {
	case "/function":
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: describe(errFailed)}, nil // want `error body `
	case "/variable":
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: message}, nil // want `error body `
	case "/status":
		return events.APIGatewayProxyResponse{StatusCode: status(), Body: errFailed.Error()}, nil // want `error body `
	}
	return events.APIGatewayProxyResponse{Body: errFailed.Error()}, nil // want `error body `
}

// laterFormat is of an HTTP API, which sends events of REST APIs, too.
func laterFormat(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayV2HTTPResponse, error) {
	message := "failed"
	return events.APIGatewayV2HTTPResponse{StatusCode: 400, Body: message}, nil // want `info: error body is plain text, which API Gateway labels text/plain; return a JSON body$`
}
