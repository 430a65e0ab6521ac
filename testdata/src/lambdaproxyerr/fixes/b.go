package fixes

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
)

// errorBody has a name that helpers would like to have.
const errorBody = "oops"

func parse(s string) error {
	if s == errorBody {
		return errFailed
	}
	return nil
}

// pointers has a pointer for a response.
func pointers(_ context.Context, r events.APIGatewayProxyRequest) (*events.APIGatewayProxyResponse, error) {
	if err := parse(r.Body); err != nil {
		return nil, err // want `API Gateway returns 502`
	}
	if err := parse(r.Path); err != nil {
		return &events.APIGatewayProxyResponse{}, err // want `API Gateway returns 502`
	}
	return &events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

// again is the second file that calls the same helper.
func again(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := parse(r.Body); err != nil {
		return events.APIGatewayProxyResponse{}, err // want `API Gateway returns 502`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

type ownResponse struct {
	Code    int               `json:"statusCode"`
	Headers map[string]string `json:"headers"`
	Text    string            `json:"body"`
}

// owns has a response type of its own.
func owns(_ context.Context, r events.APIGatewayV2HTTPRequest) (ownResponse, error) {
	if err := parse(r.Body); err != nil {
		return ownResponse{}, err // want `API Gateway returns 500`
	}
	return ownResponse{Code: 200}, nil
}

// hides has a variable with the name of the helper.
func hides(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	errorResponse := parse(r.Body)
	if errorResponse != nil {
		return events.APIGatewayProxyResponse{}, errorResponse // want `API Gateway returns 502`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

// mixed can return an error that no fix knows what to make of, as it may be nil, so both stay as they are: clients would
// get two kinds of responses.
func mixed(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := parse(r.Body); err != nil {
		return events.APIGatewayProxyResponse{}, err // want `API Gateway returns 502`
	}
	if r.Path == "" {
		return events.APIGatewayProxyResponse{}, byPath[r.Path] // want `API Gateway returns 502`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

var byPath = map[string]error{}
