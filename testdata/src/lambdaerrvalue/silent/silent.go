// Package silent holds what the rule leaves alone.
package silent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

type apiError struct {
	Status  int    `json:"-"`
	Message string `json:"message"`
}

func (e *apiError) Error() string { return e.Message }

type coded struct{ apiError }

type jsonError struct{ text string }

func (e *jsonError) Error() string                { return e.text }
func (e *jsonError) MarshalJSON() ([]byte, error) { return json.Marshal(e.text) }

type textError struct{ text string }

func (e textError) Error() string                { return e.text }
func (e textError) MarshalText() ([]byte, error) { return []byte(e.text), nil }

type named string

func (n named) Error() string { return string(n) }

type fieldErrors map[string]error

func (fieldErrors) Error() string                  { return "invalid" }
func (f fieldErrors) MarshalJSON() ([]byte, error) { return []byte(`{}`), nil }

func validate(r request) error {
	if r.Body == "" {
		return fieldErrors{"body": errors.New("cannot be blank")}
	}
	return nil
}

type service interface {
	Validate(r request) error
	Do(ctx context.Context) error
}

func newAPIError(status int, text string) error { return &apiError{status, text} }

type detail struct {
	Text   string
	hidden error
	Log    error `json:"-"`
}

func encode(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func format(v any) string { return fmt.Sprint(v) }

func handle(s service) func(ctx context.Context, r request) (response, error) {
	return func(ctx context.Context, r request) (response, error) {
		if err := validate(r); err != nil {
			return response{StatusCode: 400, Body: encode(map[string]any{"errors": err})}, nil
		}
		if err := s.Validate(r); err != nil {
			return response{StatusCode: 400, Body: encode(map[string]any{"errors": err})}, nil
		}
		if err := s.Do(ctx); err != nil {
			// Who encodes nothing but the error may know what it is.
			return response{StatusCode: 500, Body: encode(err)}, nil
		}
		if err := newAPIError(404, "no such order"); r.Path == "/a" {
			return response{StatusCode: 404, Body: encode(err)}, nil
		}
		err := s.Do(ctx)
		var apiErr *apiError
		if errors.As(err, &apiErr) {
			return response{StatusCode: apiErr.Status, Body: encode(map[string]any{"error": apiErr})}, nil
		}
		switch r.Path {
		case "/text":
			return response{StatusCode: 500, Body: encode(map[string]any{"error": err.Error()})}, nil
		case "/json":
			return response{StatusCode: 500, Body: encode(map[string]any{"error": &jsonError{"a"}})}, nil
		case "/marshaltext":
			return response{StatusCode: 500, Body: encode([]any{textError{"a"}, named("b"), &coded{}})}, nil
		case "/nil":
			return response{StatusCode: 200, Body: encode(map[string]any{"error": nil, "none": error(nil)})}, nil
		case "/hidden":
			return response{StatusCode: 500, Body: encode(detail{Text: "text", hidden: err, Log: err})}, nil
		case "/print":
			return response{StatusCode: 500, Body: format(map[string]any{"error": err})}, nil
		}
		errs := map[string]error{"a": err}
		if len(errs) > 1 {
			return response{StatusCode: 500, Body: encode(len(errs))}, nil
		}
		return response{StatusCode: http.StatusOK, Body: encode(r)}, nil
	}
}

func main() {
	var s service
	lambda.Start(handle(s))
}
