package cases

import (
	"context"
	"net/http"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
)

// closes defers something that has nothing to do with its results.
func closes(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	f, err := os.Open(r.Path)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, err // want `response with status 404 is lost`
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusConflict}, err // want `response with status 409 is lost`
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}

// locks has names for its results.
func locks(ctx context.Context, r events.APIGatewayProxyRequest) (resp events.APIGatewayProxyResponse, err error) {
	mu.Lock()
	defer mu.Unlock()
	f, err := os.Open(r.Path)
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, err // want `response with status 404 is lost`
	}
	if err = f.Sync(); err != nil {
		resp.StatusCode = http.StatusConflict
		return // want `response is lost, since API Gateway returns 502`
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}

var mu sync.Mutex
