// Package main has bodies that are texts, however they are put together.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/lambdabody/elsewhere"
	"example.com/fixtures/lambdabody/texts/respond"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

// Errors whose texts are formats.
var (
	errField = errors.New("no field %s")
	errAny   = errors.New("%s is missing")
	errJSON  = errors.New(`{"message":"%s"}`)
)

func describe(status int, message string) string {
	return strings.Join([]string{http.StatusText(status), message}, ": ")
}

func handle(r request) (response, error) {
	switch r.Path {
	case "/joined":
		return response{StatusCode: 400, Body: describe(400, "no id")}, nil // want `error body is plain text, but API Gateway labels it application/json; return a JSON body$`
	case "/labelled":
		return response{StatusCode: 400, Body: strings.Join([]string{r.Path, "no id"}, ": ")}, nil // want `error body is plain text`
	case "/list":
		return response{StatusCode: 400, Body: strings.Join([]string{"missing", r.Path}, "\n")}, nil // want `error body is plain text`
	case "/format":
		return response{StatusCode: 400, Body: fmt.Sprintf(errField.Error(), "id")}, nil // want `error body is plain text`
	}
	if err := os.Remove(r.Path); err != nil {
		return response{StatusCode: 500, Body: strings.Join([]string{"cannot remove", err.Error()}, ": ")}, nil // want `error body shows the client the text of err; log it and return a fixed message`
	}
	return response{StatusCode: 204}, nil
}

// unproven has bodies that may be JSON.
func unproven(r request) (response, error) {
	lines := strings.Split(r.Body, "\n")
	switch r.Path {
	case "/lines":
		return response{StatusCode: 400, Body: strings.Join(lines, ": ")}, nil
	case "/pieces":
		return response{StatusCode: 400, Body: strings.Join([]string{`{"message":"`, r.Path, `"}`}, "")}, nil
	case "/unknown":
		return response{StatusCode: 400, Body: strings.Join([]string{r.Body, r.Path}, ",")}, nil
	case "/one":
		return response{StatusCode: 400, Body: strings.Join([]string{r.Body}, ": ")}, nil
	case "/any":
		return response{StatusCode: 400, Body: fmt.Sprintf(errAny.Error(), r.Path)}, nil
	case "/json":
		return response{StatusCode: 400, Body: fmt.Sprintf(errJSON.Error(), "no")}, nil
	case "/given":
		return response{StatusCode: 400, Body: fmt.Sprintf(r.Body, "no")}, nil
	}
	return response{StatusCode: 400, Body: fmt.Sprintf(elsewhere.ErrEncoded.Error(), "no")}, nil
}

func wrapped(request) (response, error) { return response{StatusCode: 204}, nil }

func main() {
	lambda.Start(handle)
	lambda.Start(unproven)
	lambda.Start(respond.WithOrigin("*")(respond.Retry(wrapped)))
}
