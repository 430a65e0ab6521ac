package fixes

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

func fail(status int, err error) events.APIGatewayV2HTTPResponse {
	return events.APIGatewayV2HTTPResponse{
		StatusCode: status,
		Body:       "failed: " + err.Error(), // want `the error body is not JSON \(API Gateway labels it text/plain\)$`
	}
}

func apis(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return fail(400, errFailed), nil
}

func urls(_ context.Context, r events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	return events.LambdaFunctionURLResponse{Body: "no path", StatusCode: 404}, nil // want `the error body is not JSON$`
}

func albs(_ context.Context, r events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return events.ALBTargetGroupResponse{StatusCode: 404, Body: "no path"}, nil // want `the error body is not JSON \(the load balancer labels it application/octet-stream\)$`
}
