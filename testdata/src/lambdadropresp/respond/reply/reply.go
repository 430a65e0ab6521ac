// Package reply makes the responses of handlers in other packages.
package reply

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
)

type response = events.APIGatewayV2HTTPResponse

// A Logger logs.
type Logger interface {
	Log(message string, args ...any)
}

// A Failure is an error with a status.
type Failure struct{ Status int }

func (f *Failure) Error() string { return http.StatusText(f.Status) }

// Failed makes a response of a status, and an error beside it.
func Failed(status int, message string, logger Logger, args ...any) (*response, error) {
	body, err := json.Marshal(map[string]string{"message": message})
	if err != nil {
		return &response{StatusCode: http.StatusInternalServerError, Body: message}, err // want `response is lost where a handler returns the error beside it; return a nil error`
	}
	logger.Log(message, args...)
	if status >= http.StatusInternalServerError {
		return &response{StatusCode: status, Body: string(body)}, &Failure{status} // want `response is lost where a handler returns the error beside it; return a nil error`
	}
	return &response{StatusCode: status, Body: string(body)}, nil
}

// Text makes a response of a text.
func Text(message string) response { return response{StatusCode: http.StatusOK, Body: message} }

// NotFound makes a response.
func NotFound(message string) (response, error) {
	log.Print(message)
	return response{StatusCode: http.StatusNotFound, Body: message}, nil
}

// Empty has no response to lose.
func Empty(message string) (response, error) { return response{}, errors.New(message) }

// Try is called below, by who looks at the error.
func Try(message string) (response, error) {
	return response{StatusCode: http.StatusBadGateway, Body: message}, errors.New(message)
}

// Retry tries twice.
func Retry(message string) response {
	resp, err := Try(message)
	if err != nil {
		resp, _ = Try(message)
	}
	return resp
}

// Get asks another service, whose callers look at the error.
func Get(client *http.Client, url string) (response, error) {
	resp, err := client.Get(url)
	if err != nil {
		return response{StatusCode: http.StatusBadGateway}, err
	}
	return response{StatusCode: resp.StatusCode}, resp.Body.Close()
}

// failed is for this package.
func failed(message string) (response, error) {
	return response{StatusCode: http.StatusBadGateway, Body: message}, errors.New(message)
}

var _ = failed
