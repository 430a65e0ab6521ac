// Package main has handlers whose responses nobody gets.
package main

import (
	"context"
	"errors"
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
		return events.APIGatewayProxyResponse{StatusCode: http.StatusServiceUnavailable}, err // want `response with status 503 is lost, since .* returns 502 for the error beside it; log it and return nil$`
	}
	if out.Item == nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, errors.New("no such order") // want `response with status 404 is lost, since .* returns 502 for the error beside it; log it and return nil$`
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNoContent}, nil
}

func main() {
	lambda.Start((&orders{}).get)
}
