// Command example shows what the rule reports.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type server struct{ db *dynamodb.Client }

func (s *server) handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	limit, err := strconv.Atoi(r.QueryStringParameters["limit"])
	if err != nil {
		return respond(http.StatusBadRequest, map[string]any{"message": err}) // want `this error becomes JSON of its fields, without its text; encode its text, or a message for the caller`
	}
	out, err := s.db.ListTables(ctx, &dynamodb.ListTablesInput{})
	if err != nil {
		return respond(http.StatusInternalServerError, map[string]any{
			"isError": true,
			"message": err, // want `encoding/json fails on the error of dynamodb.ListTables, which holds the HTTP response; encode a message for the caller`
		})
	}
	return respond(http.StatusOK, out.TableNames[:min(limit, len(out.TableNames))])
}

func respond(status int, body any) (events.APIGatewayProxyResponse, error) {
	b, err := json.Marshal(body)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: status, Body: string(b)}, nil
}

func main() {
	s := &server{dynamodb.New(dynamodb.Options{})}
	lambda.Start(s.handle)
}
