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
		return reply(400, map[string]any{"error": errors.New("no path")}) // want `encoding/json encodes this error as {}`
	}
	if err := os.Remove(r.Path); err != nil {
		return reply(500, map[string]any{"error": err}) // want `encoding/json encodes the fields of this error and not its text`
	}
	return reply(200, map[string]any{"path": r.Path})
}

func main() { lambda.Start(handle) }
