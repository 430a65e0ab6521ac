// Package intext gives its clients plain text, where all is well and elsewhere.
package intext

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type server struct{ s3 *s3.Client }

func (s *server) hello(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	name := r.QueryStringParameters["name"]
	if name == "" {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: "no name"}, nil // want `info: ^error body is plain text, as all bodies here, but has no Content-Type; set text/plain$`
	}
	if err := check(name); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, nil // want `info: ^error body is plain text, as all bodies here`
	}
	if _, err := s.s3.HeadBucket(ctx, nil); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil // want `^error body shows the client the text of err`
	}
	if name == "empty" {
		return events.APIGatewayProxyResponse{StatusCode: 204, Body: ""}, nil
	}
	return greeting(name), nil
}

func check(name string) error {
	if len(name) > 10 {
		return errors.New("the name is too long")
	}
	return nil
}

func greeting(name string) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: fmt.Sprintf("Hello, %s", name)}
}

func main() { lambda.Start((&server{}).hello) }
