// Package main has a handler whose clients never learn what went wrong.
package main

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type orders struct {
	client *dynamodb.Client
	table  string
}

func (o *orders) get(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	out, err := o.client.GetItem(ctx, &dynamodb.GetItemInput{
		TableName: &o.table,
		Key:       map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: req.PathParameters["id"]}},
	})
	if err != nil {
		return events.APIGatewayProxyResponse{}, err // want `API Gateway returns 502 for the error of dynamodb.GetItem; return a JSON error response and a nil error`
	}
	body, err := json.Marshal(len(out.Item))
	if err != nil {
		return events.APIGatewayProxyResponse{}, err // cannot happen
	}
	return events.APIGatewayProxyResponse{
		StatusCode: http.StatusOK,
		Headers:    map[string]string{"Content-Type": "application/json"},
		Body:       string(body),
	}, nil
}

func main() {
	lambda.Start((&orders{}).get)
}
