// Package encoded has errors with JSON as their text, and one that may be anything, as bodies.
package encoded

import (
	"context"
	"errors"
	"net/http"

	"example.com/fixtures/lambdabody/elsewhere"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

// Its name does not say that it is to compare with, so others may set it.
var Current = errors.New("nothing")

var ErrHandEncoded = errors.New(`{"message":"missing"}`)

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "hand":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: ErrHandEncoded.Error()}, nil
	case "encoded":
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: elsewhere.ErrEncoded.Error()}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: Current.Error()}, nil
}

func main() { lambda.Start(handle) }
