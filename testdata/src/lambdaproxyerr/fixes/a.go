// Package fixes has handlers in several files, one of them with names that helpers would like to have.
package fixes

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var errFailed = errors.New("failed")

func main() { lambda.Start(simple) }

func simple(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "/wrapped" {
		return events.APIGatewayProxyResponse{}, fmt.Errorf( // want `API Gateway returns 502`
			"path %s: %w",
			r.Path, errFailed,
		)
	}
	var resp events.APIGatewayProxyResponse
	if r.Path == "" {
		return resp, errFailed // want `API Gateway returns 502`
	}
	resp.StatusCode = 200
	return resp, nil
}

// named has results with names.
func named(_ context.Context, r events.APIGatewayProxyRequest) (resp events.APIGatewayProxyResponse, err error) {
	if err = parse(r.Body); err != nil {
		return // want `API Gateway returns 502`
	}
	if err := parse(r.Path); err != nil {
		return resp, err // want `API Gateway returns 502`
	}
	resp.StatusCode = 200
	return
}
