// Package forms registers handlers in every way.
package forms

import (
	"context"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/handler/wrap"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

func declared(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

func withContext(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

func withOptions(r *request) (*response, error) { // want `registered REST`
	return nil, nil
}

func generic(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

func parameterized[T any](ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

func inLocal(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

type server struct{ table string }

func (s *server) method(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

func (s server) constructed(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

func (s server) inNewHandler(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

// newMethod is a constructor.
func newMethod(table string) wrap.Func { return server{table}.constructed }

func newLambda(table string) lambda.Handler { return lambda.NewHandler(server{table}.inNewHandler) }

func newLiteral() func(context.Context, request) (response, error) {
	ignored := func() error { return nil }
	_ = ignored
	return wrap.Func(func(ctx context.Context, r request) (response, error) { // want `registered REST`
		return response{}, ignored()
	})
}

type raw struct{}

func (raw) Invoke(ctx context.Context, payload []byte) ([]byte, error) { // want `registered unknown`
	return nil, nil
}

var global = func(ctx context.Context, e events.SQSEvent) error { // want `registered SQS`
	return nil
}

func traced(ctx context.Context, r request) (response, error) { // want `registered REST`
	return response{}, nil
}

func main() {
	lambda.Start(declared)
	lambda.StartWithContext(context.Background(), withContext)
	lambda.StartWithOptions(withOptions, lambda.WithEnableSIGTERM(func() {}))
	lambda.StartHandlerFunc(generic)
	lambda.Start(parameterized[int])
	h := inLocal
	lambda.Start(h)
	s := &server{}
	lambda.Start(s.method)
	lambda.Start(newMethod("orders"))
	lambda.StartHandler(newLambda("orders"))
	lambda.Start(newLiteral())
	lambda.Start(raw{})
	lambda.Start(global)
	lambda.Start(func(ctx context.Context) { // want `registered unknown`
	})
	lambda.Start(wrap.Traced(traced, "orders"))

	// Not known.
	twice := func(context.Context, request) (response, error) { return response{}, nil }
	if s.table != "" {
		twice = func(context.Context, request) (response, error) { return response{}, nil }
	}
	lambda.Start(twice)
	lambda.Start(func(a, b, c int) (int, error) { return 0, errors.New("no handler") })
}
