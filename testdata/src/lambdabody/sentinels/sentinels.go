// Package sentinels has errors to compare with as bodies.
package sentinels

import (
	"context"
	"errors"
	"net/http"

	"example.com/fixtures/lambdabody/elsewhere"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Nobody assigns to these, although other packages could.
var (
	ErrPath         = errors.New("unsupported path")
	NotAllowedError = errors.New("not allowed")
)

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "path":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: ErrPath.Error()}, nil // want `error body is plain text, but API Gateway labels it application/json; return a JSON body$`
	case "allowed":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusForbidden, Body: NotAllowedError.Error()}, nil // want `error body is plain text`
	case "missing":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: elsewhere.ErrMissing.Error()}, nil // want `error body is plain text`
	case "gone":
		return fail(http.StatusGone, elsewhere.ErrGone)
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}

func fail(status int, err error) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: err.Error()}, nil // want `error body is plain text`
}

func main() { lambda.Start(handle) }
