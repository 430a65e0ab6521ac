// Package respond makes the responses of a program.
package respond

import (
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
)

// Of returns a response with data, or an empty one with a message.
func Of[T any](data T, status int, message string) (events.APIGatewayProxyResponse, error) {
	b, err := json.Marshal(struct {
		Data    T
		Message string
	}{data, message})
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(b)}, err
}

// OfError returns the response to err.
func OfError(err error) (events.APIGatewayProxyResponse, error) {
	if err.Error() == "" {
		return Of("", 400, "bad request")
	}
	return Of("", 500, "unknown error")
}
