// Package closure encodes in a function literal.
package closure

import (
	"encoding/json"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

func handle(r request) (response, error) {
	reply := func(status int, v any) (response, error) {
		b, err := json.Marshal(v)
		return response{StatusCode: status, Body: string(b)}, err
	}
	if r.Path == "" {
		return reply(400, map[string]any{"error": errors.New("no path")}) // want `this error becomes {} in JSON; encode its text, or a message for the caller`
	}
	if err := os.Remove(r.Path); err != nil {
		return reply(500, map[string]any{"error": err}) // want `this error becomes JSON of its fields, without its text; encode its text, or a message for the caller`
	}
	return reply(200, map[string]any{"path": r.Path})
}

func main() { lambda.Start(handle) }
