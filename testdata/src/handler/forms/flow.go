package forms

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/handler/wrap"
)

// Functions that have the form of a handler, and what becomes of their results.

func unregistered(ctx context.Context, r request) (response, error) { // want `shaped REST`
	return response{}, nil
}

// laterFormat is of an HTTP API: a REST API does not take its response.
func laterFormat(ctx context.Context, r request) (events.APIGatewayV2HTTPResponse, error) { // want `shaped HTTP response`
	return events.APIGatewayV2HTTPResponse{}, nil
}

func wrapped(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted`
	return response{}, nil
}

func wrappedHere(ctx context.Context, r request) (response, error) { // want `registered REST response, intercepted`
	return inner(ctx, r)
}

func passedOn(ctx context.Context, r request) (response, error) { // want `registered REST response$`
	return response{}, nil
}

func caught(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted`
	return response{}, nil
}

func routed(ctx context.Context, r request) (response, error) { // want `shaped REST response$`
	return response{}, nil
}

func inner(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted`
	return response{}, nil
}

// recovering makes a response of the error.
func recovering(next wrap.Func) wrap.Func {
	return func(ctx context.Context, r request) (response, error) { // want `registered REST`
		resp, err := next(ctx, r)
		if err != nil {
			return response{StatusCode: http.StatusInternalServerError}, nil
		}
		return resp, nil
	}
}

// checking returns the results as they are.
func checking(next wrap.Func) wrap.Func {
	return func(ctx context.Context, r request) (response, error) { // want `registered REST`
		if r.Body == "" {
			return response{StatusCode: http.StatusBadRequest}, nil
		}
		return next(ctx, r)
	}
}

type app struct{}

func (a app) get(ctx context.Context) (response, error) { // want `tail REST`
	return a.find(ctx)
}

func (a app) find(ctx context.Context) (response, error) { // want `tail REST`
	return response{}, nil
}

func (a app) put(ctx context.Context) (response, error) { return a.store(ctx) } // also called by post, which looks at the error

func (a app) store(ctx context.Context) (response, error) { return response{}, nil }

func (a app) post(ctx context.Context) (response, error) { // want `tail REST`
	if _, err := a.put(ctx); err != nil {
		return response{}, nil
	}
	return response{}, nil
}

func process(e events.SQSEvent) error { return nil } // want `tail SQS`

func flow() {
	lambda.Start(func(ctx context.Context, r request) (response, error) { // want `registered REST`
		switch r.HTTPMethod {
		case http.MethodGet:
			return app{}.get(ctx)
		case http.MethodPut:
			return app{}.put(ctx)
		case http.MethodPost:
			return app{}.post(ctx)
		case http.MethodHead:
			if resp, err := caught(ctx, r); err == nil {
				return resp, nil
			}
		}
		return routed(ctx, r)
	})
	lambda.Start(func(e events.SQSEvent) error { return process(e) }) // want `registered SQS`
	lambda.Start(wrap.WithErrors(wrapped))
	lambda.Start(recovering(checking(wrappedHere)))
	lambda.Start(checking(passedOn))
}
