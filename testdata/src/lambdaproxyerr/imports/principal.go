package main

import (
	"errors"

	"github.com/aws/aws-lambda-go/events"
)

func principal(r events.APIGatewayProxyRequest) (string, error) {
	if id, ok := r.RequestContext.Authorizer["principalId"].(string); ok {
		return id, nil
	}
	return "", errors.New("no principal")
}
