// Package responds has functions that make an HTTP response of what fails.
package responds

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

type app struct{ client *dynamodb.Client }

func respond(status int) (response, error) { return response{StatusCode: status}, nil }

// failed never returns an error: the client would get no response.
func (a app) failed(ctx context.Context, in *dynamodb.UpdateItemInput) (response, error) {
	a.client.UpdateItem(ctx, in) // want `the error of dynamodb.UpdateItem is discarded; return or log it`
	return respond(500)
}

// handle does neither, though it looks at another error.
func (a app) handle(ctx context.Context, r request) (response, error) {
	out, err := a.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &r.Path})
	if err != nil {
		return a.failed(ctx, &dynamodb.UpdateItemInput{TableName: &r.Path})
	}
	if out.Item == nil {
		return response{StatusCode: 404}, nil
	}
	a.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: &r.Path}) // want `the error of dynamodb.DeleteItem is discarded; return or log it`
	return respond(204)
}

// passes returns errors.
func (a app) passes(ctx context.Context, r request) (response, error) {
	if _, err := a.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &r.Path}); err != nil {
		return response{}, err
	}
	a.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: &r.Path}) // want `the error of dynamodb.DeleteItem is discarded; return or log it`
	return respond(204)
}

// both makes a response of what fails, though the error beside it takes that from the client.
func (a app) both(ctx context.Context, r request) (response, error) {
	if _, err := a.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &r.Path}); err != nil {
		return response{StatusCode: 500}, err
	}
	a.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: &r.Path}) // want `the error of dynamodb.DeleteItem is discarded; return or log it`
	return respond(204)
}
