// Package main imports nothing of the standard library yet.
package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	id, err := principal(r)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err // want `API Gateway returns 502 for this error`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: id}, nil
}

func main() { lambda.Start(handle) }
