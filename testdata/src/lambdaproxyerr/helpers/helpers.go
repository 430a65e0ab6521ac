// Package main has functions that end the process while a handler of HTTP requests waits for them.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var errFailed = errors.New("failed")

func find(id string) string {
	if id == "" {
		log.Fatal("no id") // want `log.Fatal ends the process, so API Gateway returns 502; add an error result and return the error`
	}
	data, err := os.ReadFile(id)
	if err != nil {
		panic(err) // want `panic ends the process, so API Gateway returns 502; add an error result and return the error`
	}
	return decode(data)
}

// decode is called by a function that only a handler calls.
func decode(data []byte) string {
	if len(data) == 0 {
		panic(fmt.Sprintf("empty: %v", errFailed)) // want `panic ends the process`
	}
	if len(data) > 10 {
		os.Exit(1) // want `os.Exit ends the process, so API Gateway returns 502; add an error result and return the error`
	}
	return string(data)
}

type store struct{ logger *log.Logger }

func (s *store) save(id string) {
	if id == "" {
		s.logger.Fatalln("no id") // want `log.Logger.Fatalln ends the process`
	}
}

// kind panics where the program is at fault.
func kind(id string) string {
	switch id {
	case "a":
		return "first"
	}
	panic("no such kind: " + id)
}

// load has an error result, and does not use it for this error.
func load(id string) ([]byte, error) {
	data, err := os.ReadFile(id)
	if err != nil {
		log.Panicf("read %s: %v", id, err) // want `log.Panicf ends the process, so API Gateway returns 502; return the error`
	}
	return data, nil
}

// encode fails only where it cannot encode what it made itself.
func encode(id string) string {
	b, err := json.Marshal(map[string]string{"id": id})
	if err != nil {
		log.Fatalf("encode: %v", err)
	}
	if err := os.WriteFile(id, b, 0o600); err != nil {
		log.Fatalf("write %s: %v", b, err) // want `log.Fatalf ends the process, so API Gateway returns 502; add an error result and return the error`
	}
	return string(b)
}

// mustFind says that it panics.
func mustFind(id string) string {
	if err := os.Remove(id); err != nil {
		panic(err)
	}
	return id
}

// setUp is also called when the program starts.
func setUp() {
	if os.Getenv("TABLE") == "" {
		log.Fatal("TABLE is not set")
	}
}

// connect is called once, by whoever comes first.
func connect() {
	if os.Getenv("HOST") == "" {
		log.Fatal("HOST is not set")
	}
}

// collect is a goroutine of the handler, and a value that others may call.
func collect() { log.Fatal("stopped") }

var once sync.Once

func handle(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	setUp()
	once.Do(func() { connect() })
	once.Do(collect)
	s := &store{}
	s.save(r.Path)
	if _, err := load(r.Path); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 404}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: find(r.Path) + encode(r.Path) + kind(r.Body) + mustFind(r.Path)}, nil
}

func main() {
	setUp()
	lambda.Start(handle)
}
