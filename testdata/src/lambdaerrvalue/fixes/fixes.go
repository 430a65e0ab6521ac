// Package fixes has errors in all places that encoding/json looks at.
package fixes

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

type problem struct {
	Title  string
	Detail any
	Cause  error
	note   error
	Log    error `json:"-"`
}

type missing struct{ name string }

func (m *missing) Error() string { return "no " + m.name }

var errTeapot = errors.New("teapot")

func check(r request) error {
	if r.Body == "" {
		return errors.New("no body")
	}
	return nil
}

func bodyOf(v any) string {
	b, _ := json.MarshalIndent(v, "", "  ")
	return string(b)
}

type encoder struct{ buf bytes.Buffer }

func (e *encoder) put(v any) error { return json.NewEncoder(&e.buf).Encode(v) }

func body[T any](v T) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func handle(ctx context.Context, r request, client *s3.Client) (response, error) {
	if err := check(r); err != nil {
		m := map[string]any{"isError": true}
		m["message"] = err // want `becomes {} in JSON`
		return response{StatusCode: 400, Body: bodyOf(m)}, nil
	}
	if _, err := os.Stat(r.Path); err != nil {
		return response{StatusCode: 404, Body: bodyOf(problem{
			Title:  "not found",
			Detail: err, // want `becomes JSON of its fields, without its text`
			Cause:  err, // want `becomes JSON of its fields, without its text`
			note:   err,
			Log:    err,
		})}, nil
	}
	if err := os.Remove(r.Path); err != nil {
		return response{StatusCode: 404, Body: bodyOf([]any{"remove", fmt.Errorf("remove: %w", err)})}, nil // want `becomes {} in JSON`
	}
	if err := os.Chdir(r.Path); err != nil {
		b, _ := json.Marshal(map[string]error{"path": err, "other": errTeapot}) // want `becomes JSON of its fields, without its text` `becomes {} in JSON`
		return response{StatusCode: 404, Body: string(b)}, nil
	}
	if err := os.Chdir("/"); err != nil {
		errs := map[string]error{"path": err} // want `becomes JSON of its fields, without its text`
		return response{StatusCode: 404, Body: bodyOf(errs)}, nil
	}
	if r.Path == "/missing" {
		return response{StatusCode: 404, Body: bodyOf(map[string]any{"error": &missing{r.Path}})}, nil // want `becomes {} in JSON`
	}
	if err := check(r); err != nil {
		return response{StatusCode: 404, Body: body(map[string]any{
			"nested": map[string]any{"error": err}, // want `becomes {} in JSON`
		})}, nil
	}
	if err := check(r); err != nil {
		return response{StatusCode: 404, Body: bodyOf(err)}, nil // want `becomes {} in JSON`
	}
	var errs []error
	for _, v := range r.MultiValueHeaders["V"] {
		if v == "" {
			errs = append(errs, errTeapot)
		}
	}
	err := check(r)
	e := &encoder{}
	if err := e.put(map[string]any{
		"errors": errs, // want `becomes {} in JSON`
		"maybe":  err,  // want `becomes {} in JSON`
	}); err != nil {
		return response{StatusCode: http.StatusInternalServerError}, nil
	}
	if _, err := client.ListBuckets(ctx, nil); err != nil {
		wrapped := fmt.Errorf("list: %w", err)
		return response{StatusCode: 500, Body: bodyOf(map[string]any{
			"error":   err,     // want `encoding/json fails on the error of s3.ListBuckets`
			"wrapped": wrapped, // want `becomes {} in JSON`
		})}, nil
	}
	return failure(err)
}

func failure(err error) (response, error) {
	return response{StatusCode: 500, Body: bodyOf(map[string]any{"error": err})}, nil // want `becomes {} in JSON`
}

type order struct{ ID string }

type result struct {
	OK    bool
	Error error
}

func own(o order) (*result, error) {
	if o.ID == "" {
		return &result{Error: errTeapot}, nil // want `becomes {} in JSON`
	}
	res := &result{}
	if err := os.Remove(o.ID); err != nil {
		res.Error = err // want `becomes JSON of its fields, without its text`
	}
	return res, nil
}

func anything(o order) (any, error) {
	if o.ID == "" {
		return errTeapot, nil // want `becomes {} in JSON`
	}
	return o, nil
}

func main() {
	client := s3.New(s3.Options{})
	lambda.Start(func(ctx context.Context, r request) (response, error) { return handle(ctx, r, client) })
	lambda.Start(own)
	lambda.Start(anything)
}
