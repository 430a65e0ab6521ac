package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

func loadBalancer(ctx context.Context, req events.ALBTargetGroupRequest) (events.ALBTargetGroupResponse, error) {
	if err := serve(ctx, req.Path); err != nil {
		return events.ALBTargetGroupResponse{}, err // want `the load balancer returns 502`
	}
	return events.ALBTargetGroupResponse{StatusCode: http.StatusNoContent}, nil
}
