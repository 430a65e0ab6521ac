package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"runtime"

	"github.com/aws/aws-lambda-go/cfn"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

var empty []int

// bytesHandler is a lambda.Handler.
type bytesHandler struct{}

func (bytesHandler) Invoke(context.Context, []byte) ([]byte, error) { return []byte("no JSON"), nil }

// starters call a function of the runtime themselves.
var starters = map[string]func(){
	"lambdaurl": func() {
		lambdaurl.Start(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, "no such order", http.StatusNotFound)
		}))
	},
	"lambdaurl panic": func() {
		lambdaurl.Start(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { panic("boom") }))
	},
	"cfn": func() {
		lambda.Start(cfn.LambdaWrap(func(context.Context, cfn.Event) (string, map[string]any, error) {
			return "id", nil, errors.New("no such stack")
		}))
	},
}

func init() {
	for name, h := range map[string]any{
		"panic":                func() { panic("boom") },
		"panic error":          func() { panic(&ptrErr{"boom"}) },
		"panic bounds":         func() (int, error) { return empty[len(os.Args)], nil },
		"panic nil map":        func() { var m map[string]int; m["a"] = 1 },
		"panic nil":            func() { panic(any(nil)) },
		"panic response error": func() { panic(sent) },
		"log.Panic":            func() { log.Panic("boom") },
		"log.Fatal":            func() { log.Fatal("fatal text") },
		"os.Exit(0)":           func() { os.Exit(0) },
		"goroutine panic":      func() { go panic("boom"); select {} },
		"goexit":               func() { runtime.Goexit() },
		"hang":                 func() { select {} },
		"bytes":                bytesHandler{},
	} {
		handlers[name] = h
	}
}
