// Package main has functions that end the process for what a client sent, or for an error that they do not mention.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayV2HTTPRequest
	response = events.APIGatewayV2HTTPResponse
)

// handle closes what it has opened: that recovers from no panic.
func handle(ctx context.Context, r request) (*response, error) {
	db, err := sql.Open("postgres", r.RawPath)
	if err != nil {
		panic(fmt.Sprintf("open: %s", err)) // want `panic ends the process, so API Gateway returns 500; return a JSON error response and a nil error`
	}
	defer db.Close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	verify(r)
	verifyHTTP(&http.Request{Host: r.RawPath}, "host")
	encoded, err := encode(ctx)
	if err != nil {
		return nil, err // the error of json.Marshal
	}
	wrapped, err := encodeAll(ctx)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	if _, err := encodeFile(r.RawPath); err != nil {
		return nil, err // want `API Gateway returns 500 for this error; return a JSON error response and a nil error`
	}
	body, status := create(r.Body)
	return &response{StatusCode: status, Body: string(body) + string(wrapped) + find(encoded) + kind(r.RawPath) + guarded(r.RawPath) + page(r.RawPath).Body}, nil
}

// encode returns the error of json.Marshal and no other.
func encode(ctx context.Context) (string, error) {
	b, err := json.Marshal(ctx.Value("user"))
	if err != nil {
		return "", err
	}
	return string(b), nil
}

// encodeAll does so by way of encode.
func encodeAll(ctx context.Context) (string, error) {
	s, err := encode(ctx)
	if err != nil {
		return "", fmt.Errorf("all: %w", err)
	}
	return s + s, nil
}

// encodeFile can fail before it encodes anything.
func encodeFile(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return json.Marshal(string(data))
}

// create returns a status.
func create(body string) ([]byte, int) {
	var order struct{ ID string }
	if err := json.Unmarshal([]byte(body), &order); err != nil {
		log.Fatalln("order: ", err) // want `log.Fatalln ends the process, so API Gateway returns 500; return an error status`
		return nil, 500
	}
	return []byte(order.ID), 201
}

// page returns a response.
func page(name string) response {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err) // want `log.Fatal ends the process, so API Gateway returns 500; return a JSON error response`
	}
	return response{StatusCode: 200, Body: string(data)}
}

// find does not say which error it panics for.
func find(name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		log.Panic("read failed") // want `log.Panic ends the process, so API Gateway returns 500; add an error result and return the error`
	}
	return string(data)
}

// verify panics for what the client sent.
func verify(r request) {
	if !strings.HasPrefix(r.RawPath, "/") {
		panic("no path") // want `panic ends the process, so API Gateway returns 500; add an error result and return the error`
	}
}

func verifyHTTP(r *http.Request, name string) {
	if r.Header.Get(name) == "" {
		panic("no " + name) // want `panic ends the process`
	}
}

// kind panics where the program is at fault.
func kind(id string) string {
	if _, err := os.Stat(id); err == nil {
		switch id {
		case "a":
			return "first"
		}
		panic("no such kind: " + id)
	}
	return "second"
}

// guarded recovers from its own panics.
func guarded(name string) (text string) {
	defer func() {
		if v := recover(); v != nil {
			text = fmt.Sprint(v)
		}
	}()
	return inside(name)
}

// inside is called where panics are recovered from.
func inside(name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(data)
}

func main() { lambda.Start(handle) }
