// Command example shows what the rule reports.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

func handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var o order
	if err := json.Unmarshal([]byte(r.Body), &o); err != nil {
		return answer(http.StatusBadRequest, fmt.Sprintf(`{"error":"%s"}`, err)) // want `a quote, backslash or line feed in err breaks this JSON; encode it with encoding/json`
	}
	if o.ID == "" {
		return answer(http.StatusNotFound, `{"code":404,"error":"no order `+r.Body+`"}`) // want `a quote, backslash or line feed in r.Body breaks this JSON; encode it with encoding/json`
	}
	return answer(http.StatusOK, `{}`)
}

func answer(status int, body string) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: status, Body: body}, nil
}

func find(o order) (*order, error) {
	if o.ID != "1" {
		return nil, errors.New(fmt.Sprintf(`{"isError":true,"type":"ClientException","message":"no order %s"}`, o.ID)) // want `a quote, backslash or line feed in o.ID breaks this JSON`
	}
	return &o, nil
}

func main() {
	if os.Getenv("HANDLER") == "find" {
		lambda.Start(find)
		return
	}
	lambda.Start(handle)
}
