// Package cases has responses that the rule reports and does not fix.
package cases

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

func variable(_ context.Context, r events.APIGatewayV2HTTPRequest) (*events.APIGatewayV2HTTPResponse, error) {
	resp := &events.APIGatewayV2HTTPResponse{Headers: map[string]string{"X-A": "b"}} // want `response has no StatusCode, so API Gateway returns 500 \(SAM and LocalStack: 200\); set one$`
	if r.RawPath == "" {
		return resp, errFailed
	}
	resp.Body = "{}"
	return resp, nil
}

func made(body string) events.LambdaFunctionURLResponse {
	return events.LambdaFunctionURLResponse{Body: body} // want `response has no StatusCode, so the function URL returns 502; set one$`
}

func makes(_ context.Context, r events.LambdaFunctionURLRequest) (events.LambdaFunctionURLResponse, error) {
	return made("{}"), nil
}

type sender struct{ client *sqs.Client }

// tells would show the error of AWS.
func (s sender) tells(ctx context.Context, r events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		if r.Path == "" {
			return events.ALBTargetGroupResponse{Headers: map[string]string{}, Body: err.Error()}, nil // want `response has no StatusCode, so the load balancer returns 502; set one$`
		}
		return events.ALBTargetGroupResponse{StatusCode: 500, Body: err.Error()}, nil // want `response has no headers`
	}
	return events.ALBTargetGroupResponse{}, nil // want `response has no StatusCode, so the load balancer returns 502; set one$`
}
