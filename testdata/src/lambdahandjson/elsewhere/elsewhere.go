// Package elsewhere makes responses for the handlers of other packages.
package elsewhere

import (
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
)

type order struct{ ID string }

type reply struct {
	StatusCode int    `json:"statusCode"`
	Body       string `json:"body"`
}

func Handle(o order) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: 404, Body: fmt.Sprintf(`{"message":"no order %s"}`, o.ID)}, nil // want `line feed in o.ID breaks`
}

// Nothing tells what these are for.
func other(o order) (reply, error) {
	return reply{StatusCode: 404, Body: fmt.Sprintf(`{"message":"no order %s"}`, o.ID)}, errors.New(`{"id":"` + o.ID + `"}`)
}
