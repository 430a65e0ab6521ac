// Command behaviour answers with what is wrong.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

func find(path string) error { return fmt.Errorf("the path %q has no order", path) }

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "/empty":
		if err := find(r.Path); err != nil {
			b, _ := json.Marshal(map[string]any{"isError": true, "message": err}) // want `becomes {} in JSON`
			return answer(http.StatusNotFound, b)
		}
	case "/map":
		if err := find(r.Path); err != nil {
			b, _ := json.Marshal(map[string]error{"order": err}) // want `becomes {} in JSON`
			return answer(http.StatusNotFound, b)
		}
	case "/aws":
		cfg, err := config.LoadDefaultConfig(ctx)
		if err != nil {
			return answer(http.StatusTeapot, nil)
		}
		if _, err := dynamodb.NewFromConfig(cfg).ListTables(ctx, nil); err != nil {
			b, _ := json.Marshal(map[string]any{"message": err}) // want `fails on the error of dynamodb.ListTables`
			return answer(http.StatusInternalServerError, b)
		}
	}
	return answer(http.StatusOK, nil)
}

func answer(status int, body []byte) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(body)}, nil
}

func main() { lambda.Start(handle) }
