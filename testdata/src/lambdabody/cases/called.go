package cases

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/fixtures/lambdabody/elsewhere"
)

type server struct{ client *dynamodb.Client }

// called has bodies that functions of another package make.
func (s *server) called(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "/described":
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: elsewhere.Describe("called", elsewhere.ErrMissing)}, nil // want `error body is plain text, but API Gateway labels it application/json; return a JSON body$`
	case "/fixed":
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: elsewhere.Describe("called", elsewhere.ErrMissing)}, nil // want `error body is plain text, but API Gateway labels it application/json; return a JSON body$`
	case "/sorry":
		return events.APIGatewayProxyResponse{StatusCode: 404, Body: elsewhere.Sorry(r.Path)}, nil // want `error body is plain text, but API Gateway labels it application/json; return a JSON body$`
	}
	if _, err := s.client.ListTables(ctx, nil); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: elsewhere.Describe("called", err)}, nil // want `error body shows the client the text of err, which can come from dynamodb.ListTables; log it and return a fixed message$`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// encoded has bodies that are, or may be, JSON.
func encoded(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch r.Path {
	case "/encoded":
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: elsewhere.Encode("called", elsewhere.ErrMissing)}, nil
	case "/hand":
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: elsewhere.Hand("no")}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 400, Body: elsewhere.Pass(r.Body)}, nil
}

// labelled has text in a response that the caller labels as such.
func (s *server) labelled(ctx context.Context, _ events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if _, err := s.client.ListTables(ctx, nil); err != nil {
		return events.APIGatewayV2HTTPResponse{StatusCode: 400, Body: elsewhere.Describe("labelled", err)}, nil // want `error body shows the client the text of err, which can come from dynamodb.ListTables; log it and return a fixed message$`
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: 404, Body: elsewhere.Describe("labelled", elsewhere.ErrMissing)}, nil // want `info: error body is plain text, which API Gateway labels text/plain; return a JSON body$`
}
