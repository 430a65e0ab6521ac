// Package starter starts its handlers with functions of the program.
package starter

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/handler/starter/run"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

func here(ctx context.Context, r request) (response, error) { // want `registered REST response$`
	return response{}, nil
}

func changedHere(ctx context.Context, r request) (response, error) { // want `registered REST response, intercepted$`
	return response{}, nil
}

func elsewhere(ctx context.Context, e events.SQSEvent) error { // want `registered SQS$`
	return nil
}

func logged(ctx context.Context, r request) (response, error) { // want `registered REST response$`
	return response{}, nil
}

func caught(ctx context.Context, r request) (response, error) { // want `registered REST response, intercepted$`
	return response{}, nil
}

func added(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted$`
	return response{}, nil
}

func start(h func(context.Context, request) (response, error)) {
	log.Print("starting")
	lambda.StartWithOptions(measured(h), lambda.WithContext(context.Background()))
}

// measured returns the results of next as they are.
func measured(next func(context.Context, request) (response, error)) func(context.Context, request) (response, error) {
	return func(ctx context.Context, r request) (response, error) { // want `registered REST response$`
		resp, err := next(ctx, r)
		log.Printf("%s: %d, %v", r.Path, resp.StatusCode, err)
		return resp, err
	}
}

func startWithHeaders(h func(context.Context, request) (response, error)) {
	lambda.Start(func(ctx context.Context, r request) (response, error) { // want `registered REST response$`
		resp, err := h(ctx, r)
		resp.Headers["X"] = "y"
		return resp, err
	})
}

func main() {
	start(here)
	startWithHeaders(changedHere)
	run.Start("queue", elsewhere)
	run.Logged(logged)
	run.Caught(caught)
	run.Router{}.Add("added", added)
}
