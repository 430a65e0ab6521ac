// Package reply makes the responses of handlers in other packages.
package reply

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
)

type response = events.APIGatewayProxyResponse

// Failed makes a response of a status.
func Failed(status int, message string) response {
	body, err := json.Marshal(map[string]string{"error": message})
	if err != nil {
		return Broken()
	}
	return response{StatusCode: status, Body: string(body)}
}

// Broken makes a response.
func Broken() response { return response{StatusCode: http.StatusInternalServerError} }

// Found makes a response.
func Found(id string) *response { return &response{StatusCode: http.StatusOK, Body: id} }

// Show makes a response of a body, with whatever status.
func Show(body string) response {
	resp := response{Body: body, StatusCode: http.StatusOK}
	if body == "" {
		resp.StatusCode = http.StatusNotFound
	}
	return resp
}

// Empty makes a response with nothing in it.
func Empty(id string) response { return response{} }

// Maybe makes a response or none.
func Maybe(id string) *response {
	if id == "" {
		return nil
	}
	return Found(id)
}

// Moved makes a response of what it has done, for handlers.
func Moved(path string) (response, error) {
	if err := os.Rename(path, path+".old"); err != nil {
		return Broken(), err // want `response is lost where a handler returns the error beside it; return a nil error`
	}
	return Show(path), nil
}

// Copy returns what it is given.
func Copy(r response) response { return r }

// NewError makes an error.
func NewError(message string) error { return errors.New(message) }

// Checked makes an error or none.
func Checked(path string) error {
	if path == "" {
		return NewError("no path")
	}
	return nil
}

// A Replier makes responses with its headers.
type Replier struct{ headers map[string]string }

// Fail makes a response of a status.
func (r *Replier) Fail(status int, message string) response {
	return response{StatusCode: status, Headers: r.headers, Body: message}
}

// A Maker makes responses.
type Maker interface {
	Fail(status int, message string) response
}
