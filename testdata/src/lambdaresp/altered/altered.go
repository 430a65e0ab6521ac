// Package altered makes responses that get another status afterwards, or not. The probe tells of each literal whether it is altered in its status, which
// status it has, and of each function whether it responds.
package altered

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

func handle(_ context.Context, r request) (response, error) { // want `^responds to REST$`
	switch r.Path {
	case "returned":
		return response{StatusCode: 404}, nil // want `^kept, 404$`
	case "parentheses":
		return (response{StatusCode: 400 + 4}), nil // want `^kept, 404$`
	case "computed":
		return response{StatusCode: len(r.Path)}, nil // want `^kept, 0$`
	case "variable":
		w := response{} // want `^kept, 0$`
		w.Body = "x"
		return w, nil
	case "set":
		w := response{} // want `^altered, 0$`
		w.StatusCode = 500
		return w, nil
	case "address":
		w := response{} // want `^altered, 0$`
		fill(&w)
		return w, nil
	case "pointer":
		w := &response{} // want `^kept, 0$`
		return *w, nil
	case "declared":
		var w = response{StatusCode: 1} // want `^kept, 1$`
		return w, nil
	case "overwritten":
		w := response{}               // want `^kept, 0$`
		w = response{StatusCode: 200} // want `^kept, 200$`
		return w, nil
	case "stored":
		last = response{} // want `^altered, 0$`
		return last, nil
	case "passed":
		return same(response{}), nil // want `^altered, 0$`
	case "blank":
		_ = response{} // want `^kept, 0$`
	case "helper":
		return failure(), nil
	case "altered helper":
		w := unfinished()
		w.StatusCode = 500
		return w, nil
	}
	return response{}, nil // want `^kept, 0$`
}

var last response

func fill(w *response) { w.StatusCode = 200 }

func same(w response) response { return w } // want `^responds to REST$`

func failure() response { return response{StatusCode: 500} } // want `^responds to REST$` `^kept, 500$`

func unfinished() response { return response{} } // want `^kept, 0$`

func unused() response { return response{} } // want `^kept, 0$`

func behind(_ context.Context, _ request) (response, error) { // intercepted
	return response{}, nil // want `^kept, 0$`
}

func socket(_ context.Context, _ events.APIGatewayWebsocketProxyRequest) (response, error) {
	return response{}, nil // want `^kept, 0$`
}

func main() {
	lambda.Start(handle)
	lambda.Start(socket)
	lambda.Start(middleware(behind))
}

func middleware(next func(context.Context, request) (response, error)) func(context.Context, request) (response, error) {
	return func(ctx context.Context, r request) (response, error) { // want `^responds to REST$`
		w, err := next(ctx, r)
		w.StatusCode = 200
		return w, err
	}
}
