// Package respond makes responses for handlers in other packages, and wraps these.
package respond

import (
	"log"

	"github.com/aws/aws-lambda-go/events"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

// A Handler handles requests.
type Handler = func(request) (response, error)

// Fail makes a response of the error that it is given.
func Fail(status int, err error) (response, error) {
	return response{StatusCode: status, Body: err.Error()}, nil // want `error body is plain text; return a JSON body`
}

// Report makes a response of an error that it looks at.
func Report(status int, err error) response {
	if err == nil {
		return response{StatusCode: status}
	}
	return response{StatusCode: status, Body: "cannot: " + err.Error()} // want `error body is plain text; return a JSON body`
}

// Text makes a response of what others pass, whatever that is.
func Text(status int, body string) response { return response{StatusCode: status, Body: body} }

// Last makes a response of an error that others keep, with whatever status.
func Last(status int) response { return response{StatusCode: status, Body: last.Error()} }

var last error

// WithOrigin returns a wrapper for handlers.
func WithOrigin(origin string) func(Handler) Handler {
	return func(next Handler) Handler {
		return func(r request) (response, error) {
			resp, err := next(r)
			if err != nil {
				log.Print(err)
				return response{StatusCode: 500, Body: err.Error()}, nil // want `error body shows the client the text of err; return a fixed message`
			}
			resp.Headers = map[string]string{"Access-Control-Allow-Origin": origin}
			return resp, nil
		}
	}
}

// Retry returns a wrapper that looks at what its own function returns.
func Retry(next Handler) Handler {
	try := func(r request) (response, error) {
		resp, err := next(r)
		if err != nil {
			return response{StatusCode: 503, Body: err.Error()}, nil
		}
		return resp, nil
	}
	return func(r request) (response, error) {
		resp, err := try(r)
		if resp.StatusCode == 503 {
			resp.Body = `{"message":"try again"}`
		}
		return resp, err
	}
}
