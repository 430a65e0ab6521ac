// Package values has returns whose response and error are known, or not.
package values

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

var errNotFound = errors.New("not found")

var errChanging = errors.New("changing")

func init() {
	if os.Getenv("X") != "" {
		errChanging = nil
	}
}

func failure(status int) response { return response{StatusCode: status} }

func empty() (response, error) { return response{}, nil } // called below, not only in tail position

func literals(_ context.Context, r request) (response, error) {
	err := json.Unmarshal([]byte(r.Body), &r)
	if err != nil {
		return response{}, err // want `zero, non-nil`
	}
	if r.Path == "" {
		return response{StatusCode: 404}, errors.New("no path") // want `written, non-nil`
	}
	if r.Path == "/a" {
		return failure(404), fmt.Errorf("a: %w", err) // want `written, non-nil`
	}
	if r.Path == "/b" {
		resp, err := empty()
		return resp, err // want `zero, unknown`
	}
	if r.Path == "/c" {
		return response{StatusCode: 0, Body: ""}, errNotFound // want `zero, non-nil`
	}
	if r.Path == "/d" {
		return response{Body: "d"}, errChanging // want `written, unknown`
	}
	if r.Path == "/e" {
		return response{StatusCode: 200}, err // want `written, unknown`
	}
	return response{StatusCode: 200}, nil // want `written, nil`
}

func variables(r *request) (*response, error) {
	resp := &response{Headers: map[string]string{"a": "b"}}
	var filled response
	var later response
	var mixed response
	_, err := os.Stat(r.Path)
	if errors.Is(err, os.ErrNotExist) {
		return resp, err // want `written, unknown`
	}
	if err == nil {
		return resp, err // want `written, unknown`
	} else if r.Body == "" {
		return &response{}, err // want `zero, non-nil`
	}
	if r.Body == "mixed" {
		mixed.StatusCode = 404
	}
	if r.Body == "a" {
		return &mixed, err // want `unclear, non-nil`
	}
	later.StatusCode = http.StatusTeapot
	if err = json.Unmarshal([]byte(r.Body), &r); err != nil {
		return &later, err // want `written, non-nil`
	}
	var pointer *response
	if r.Body == "b" {
		return nil, os.ErrExist // want `zero, non-nil`
	}
	if r.Body == "c" {
		return pointer, error(nil) // want `zero, nil`
	}
	if r.Body == "d" {
		json.Unmarshal(nil, &filled)
		return &filled, nil // want `unclear, nil`
	}
	fill(&later)
	fill(&mixed)
	return &mixed, nil // want `written, nil`
}

func fill(r *response) { r.StatusCode = 200 }

func perhaps(r *response, body string) {
	if body == "" {
		return
	}
	r.Body = body
}

func filled(r request) (w response, err error) {
	if r.Path == "" {
		err = errNotFound
		fail404(&w, "no path")
		return // want `written, non-nil`
	}
	perhaps(&w, r.Body)
	return // want `unclear, nil`
}

func fail404(w *response, body string) {
	w.StatusCode = 404
	perhaps(w, body)
}

func named(r request) (w response, err error) {
	if r.Path == "" {
		w.StatusCode = 400
		err = errors.New("no path")
		return // want `written, non-nil`
	}
	if err = json.Unmarshal(nil, &w); err != nil {
		return // want `unclear, non-nil`
	}
	return // want `unclear, unknown`
}

func phis(r request) (response, error) {
	var err error
	if r.Path == "" {
		err = errors.New("no path")
	} else {
		err = fmt.Errorf("path %s", r.Path)
	}
	for r.Body != "" {
		if r.Path == "a" {
			err = errNotFound
		}
	}
	return response{}, err // want `zero, non-nil`
}

func tail(r request) (response, error) {
	return phis(r) // want `zero, non-nil`
}

// fail is only given errors that are not nil.
func fail(err error) (response, error) {
	return response{StatusCode: 500}, err // want `written, non-nil`
}

// given may be given any.
func given(err error) (response, error) {
	return response{StatusCode: 500}, err // want `written, unknown`
}

// wraps is only given errors that are not nil, by methods.
type app struct{}

func (a app) wraps(err error) (response, error) {
	return response{StatusCode: 500}, err // want `written, non-nil`
}

func calls(r request) (response, error) {
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		if r.Path == "" {
			return app{}.wraps(err) // want `written, non-nil`
		}
		return fail(err) // want `written, non-nil`
	}
	if r.Path == "" {
		return fail(errors.New("no path")) // want `written, non-nil`
	}
	return given(os.Remove(r.Path)) // want `written, unknown`
}

func onlyError(e events.SQSEvent) error {
	func() error { return nil }()
	return nil // want `unclear, nil`
}

func main() {
	lambda.Start(literals)
	lambda.Start(variables)
	lambda.Start(named)
	lambda.Start(phis)
	lambda.Start(tail)
	lambda.Start(filled)
	lambda.Start(calls)
	lambda.Start(onlyError)
}
