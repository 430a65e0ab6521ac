package fixes

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

func fail(status int, err error) events.APIGatewayV2HTTPResponse {
	return events.APIGatewayV2HTTPResponse{
		StatusCode: status,
		Body:       "failed: " + err.Error(), // want `info: error body is plain text, which API Gateway labels text/plain; return a JSON body$`
	}
}

func apis(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	return fail(400, errFailed), nil
}

func urls(_ context.Context, r events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	return events.LambdaFunctionURLResponse{Body: "no path", StatusCode: 404}, nil // want `info: error body is plain text; return a JSON body$`
}

func albs(_ context.Context, r events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	return events.ALBTargetGroupResponse{StatusCode: 404, Body: "no path"}, nil // want `info: error body is plain text, which the load balancer labels application/octet-stream; return a JSON body$`
}
