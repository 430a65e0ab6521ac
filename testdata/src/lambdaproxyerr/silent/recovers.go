package main

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambdacontext"
)

func logPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

// recoversElsewhere recovers in a function of the package.
func recoversElsewhere(_ context.Context, r request) (response, error) {
	defer logPanic()
	if r.Path == "" {
		panic("no path")
	}
	return response{StatusCode: 200}, nil
}

// recoversBy is given what recovers.
func recoversBy(guard func()) func(context.Context, request) (response, error) {
	return func(_ context.Context, r request) (response, error) {
		defer guard()
		if r.Path == "" {
			panic("no path")
		}
		return response{StatusCode: 200, Body: lambdacontext.FunctionName}, nil
	}
}

func init() { lambda.Start(recoversBy(logPanic)) }
