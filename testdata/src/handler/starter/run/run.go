// Package run starts the handlers of other packages.
package run

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

// Start sets up what all programs need, and starts handler.
func Start(name string, handler any) {
	log.SetPrefix(name)
	start(handler)
}

func start(handler any) { lambda.Start(handler) }

// Logged logs the errors of handler.
func Logged[In, Out any](handler func(context.Context, In) (Out, error)) {
	lambda.Start(func(ctx context.Context, in In) (Out, error) { // want `registered unknown`
		out, err := handler(ctx, in)
		if err != nil {
			log.Print(err.Error())
		}
		return out, err
	})
}

// Caught returns no errors of handler.
func Caught[In, Out any](handler func(context.Context, In) (Out, error)) {
	lambda.Start(func(ctx context.Context, in In) (Out, error) { // want `registered unknown`
		out, err := handler(ctx, in)
		if err != nil {
			log.Print(err)
			err = nil
		}
		return out, err
	})
}

// A Router calls handlers by the names of their events.
type Router map[string]any

// Add does not say who calls handler.
func (r Router) Add(name string, handler any) { r[name] = handler }
