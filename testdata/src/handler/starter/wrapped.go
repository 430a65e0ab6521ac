package starter

import (
	"context"

	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/handler/starter/mw"
)

func authorized(ctx context.Context, r request) (response, error) { // want `registered REST response$`
	return response{}, nil
}

func timed(ctx context.Context, r request) (response, error) { // want `registered REST response$`
	return response{}, nil
}

func chained(ctx context.Context, r request) (response, error) { // want `registered REST response$`
	return response{}, nil
}

func recovered(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted$`
	return response{}, nil
}

func mapped(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted$`
	return response{}, nil
}

func both(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted$`
	return response{}, nil
}

func loggedElsewhere(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted$`
	return response{}, nil
}

func ignored(ctx context.Context, r request) (response, error) { // want `shaped REST response, intercepted$`
	return response{}, nil
}

// recovering recovers from the panics of next.
func recovering(next mw.Handler) mw.Handler {
	return func(ctx context.Context, r request) (resp response, err error) { // want `registered REST response, defers results$`
		defer func() {
			if v := recover(); v != nil {
				resp, err = response{StatusCode: 500}, nil
			}
		}()
		return next(ctx, r)
	}
}

func recoveredHere(ctx context.Context, r request) (response, error) { // want `registered REST response, intercepted$`
	return response{}, nil
}

func init() {
	lambda.Start(mw.Authorized(authorized, "/admin"))
	lambda.Start(mw.Timed(mw.Authorized(timed)))
	lambda.Start(mw.Chain{Name: "chain"}.Then(chained))
	lambda.Start(mw.Recovered(recovered))
	lambda.Start(mw.Mapped(mapped))
	lambda.Start(mw.Mapped(mw.Timed(both)))
	lambda.Start(mw.Logged(loggedElsewhere))
	lambda.Start(mw.Ignored(ignored))
	lambda.Start(recovering(recoveredHere))
}
