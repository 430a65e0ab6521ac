// Package generated has a file that no fix may change.
package generated

import (
	"context"
	stdlog "log"

	"github.com/aws/aws-lambda-go/events"
)

var log = stdlog.Default()

func handle(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	log.Print("failed")
	return events.APIGatewayProxyResponse{}, errFailed // want `API Gateway returns 502`
}
