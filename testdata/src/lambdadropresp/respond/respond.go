// Package main has functions that are no handlers, and throw responses away.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/lambdadropresp/respond/reply"
)

type response = events.APIGatewayV2HTTPResponse

// show is behind a router.
func show(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "" {
		reply.Text("no path") // want `response of Text is not used, so the client never gets it; write it`
		return
	}
	http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reply.Text("inner") // want `response of Text is not used, so the client never gets it; write it`
	}).ServeHTTP(w, r)
	w.WriteHeader(http.StatusNoContent)
}

// item makes a response for a handler.
func item(id string) response {
	if id == "" {
		reply.Text("no id") // want `response of Text is not used, so the client never gets it; return it`
	}
	resp := reply.Text(id)
	return resp
}

// warm has nothing to do with responses.
func warm(id string) {
	reply.Text(id)
}

// heat has an empty list of results, which gofmt would take out.
func heat(id string) () {
	reply.Text(id)
}

// count writes a response of its own, and calls what does more than make one.
func count(w http.ResponseWriter, r *http.Request) {
	load(r.Context(), r.URL.Path)
	w.WriteHeader(http.StatusOK)
}

func load(ctx context.Context, id string) response {
	warm(id)
	heat(id)
	return response{StatusCode: http.StatusOK, Body: ctx.Err().Error()}
}

func handle(ctx context.Context, r events.APIGatewayV2HTTPRequest) (response, error) {
	http.HandleFunc("/show", show)
	http.HandleFunc("/count", count)
	if r.RawPath == "" {
		reply.NotFound("no path") // the error may be what counts
	}
	return item(r.RawPath), nil
}

func main() { lambda.Start(handle) }
