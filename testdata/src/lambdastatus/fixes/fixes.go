// Package fixes has responses that the rule completes.
package fixes

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/events"
)

func errors(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var order map[string]string
	if err := json.Unmarshal([]byte(r.Body), &order); err != nil {
		if r.Path == "/body" {
			return events.APIGatewayProxyResponse{Body: `{"isError":true}`}, nil // want `response has no StatusCode`
		}
		if r.Path == "/lines" {
			return events.APIGatewayProxyResponse{ // want `response has no StatusCode`
				Headers: map[string]string{"Content-Type": "application/json"},
				Body:    `{"isError":true}`,
			}, nil
		}
		return events.APIGatewayProxyResponse{}, nil // want `response has no StatusCode`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

func headers(_ context.Context, r events.ALBTargetGroupRequest) (*events.ALBTargetGroupResponse, error) {
	b, err := json.Marshal(r.Headers)
	if err != nil {
		return &events.ALBTargetGroupResponse{ // want `response has no StatusCode` `response has no headers`
			StatusDescription: "Failed",
		}, nil
	}
	if r.Path == "" {
		return &events.ALBTargetGroupResponse{StatusCode: 404, Body: "no path"}, nil // want `response has no headers`
	}
	return &events.ALBTargetGroupResponse{ // want `response has no headers`
		StatusCode: 200,
		Body:       string(b),
	}, nil
}
