// Package cases has responses that the rule reports and that it does not fix.
package cases

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

func notFound(message string) events.APIGatewayProxyResponse {
	return events.APIGatewayProxyResponse{StatusCode: 404, Body: message}
}

func statement(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		notFound(`"no path"`) // want `response of notFound is not used, so the handler goes on and returns another one; return it$`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

// answer is behind a middleware, which cannot get a response that is not returned, either.
func answer(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	a := app{}
	if r.Path == "" {
		a.fail("no path", 400) // want `response of fail is not used`
	}
	a.log("done", 200)
	return events.APIGatewayProxyResponse{StatusCode: 200}, nil
}

type app struct{ status int }

func (a *app) fail(message string, status int) (*events.APIGatewayProxyResponse, error) {
	a.status = status
	return &events.APIGatewayProxyResponse{StatusCode: status, Body: message}, nil
}

// log returns the response that it is of no use to look at.
func (a *app) log(message string, status int) events.APIGatewayProxyResponse {
	a.status = status
	return events.APIGatewayProxyResponse{StatusCode: status, Body: message}
}

// hidden would show an error that may come from AWS, though that cannot be seen.
func hidden(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := elsewhere(); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 400, Body: err.Error()}, err // want `response with status 400 is lost, .*; log it and return nil$`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// known says what becomes of it.
func known(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if r.Path == "" {
		// the client gets 502 but the error is logged to CloudWatch
		return events.APIGatewayProxyResponse{StatusCode: 400}, errFailed // want `info: response with status 400 is lost`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// server would show what is wrong with it, with a status that is not known.
func server(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := json.Unmarshal([]byte(r.Body), &r); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: statusOf(err), Body: err.Error()}, err // want `response is lost, .*; log it, and return a fixed body and nil$`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

var statusOf func(error) int

// unknown would show an error that may come from AWS.
func unknown(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := elsewhere(); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, err // want `response( with status [0-9]+)? is lost`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

var elsewhere func() error

// succeeds has the status of a success beside an error.
func succeeds(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	resp := events.APIGatewayProxyResponse{StatusCode: 200}
	if r.Path == "" {
		resp.Body = `{"error":"no path"}`
		return resp, errFailed // want `response is lost, since API Gateway returns 502 for the error beside it; set an error status, log it and return nil$`
	}
	if r.Body == "" {
		return events.APIGatewayProxyResponse{StatusCode: 202, Body: "{}"}, errFailed // want `response is lost, .*; set an error status, log it and return nil$`
	}
	return resp, nil
}

// given is given errors that are not nil, and would show them.
func given(err error) (events.APIGatewayProxyResponse, error) {
	return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, err // want `response is lost, since API Gateway returns 502 for the error beside it; log it, and return a fixed body and nil$`
}

func gives(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if err := elsewhere(); err != nil {
		return given(err)
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func blank(_ context.Context, r events.APIGatewayProxyRequest) (resp events.APIGatewayProxyResponse, _ error) {
	if r.Path == "" {
		if resp.StatusCode = 404; r.Body == "" { return resp, errFailed } // want `response( with status [0-9]+)? is lost`
	}
	return resp, nil
}

func init() { lambda.Start(labels(answer)) }

func labels(next func(context.Context, events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error)) any {
	return func(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		resp, err := next(ctx, r)
		resp.Headers = map[string]string{"X-A": "b"}
		return resp, err
	}
}

type sender struct{ client *sqs.Client }

// tells would show the error of AWS.
func (s sender) tells(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, errFailed // want `response is lost, since API Gateway returns 502 for the error beside it; log it, and return a fixed body and nil$`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// encodes would do so, too.
func (s sender) encodes(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		b, _ := json.Marshal(map[string]string{"message": err.Error()})
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: string(b)}, err // want `response( with status [0-9]+)? is lost`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

// passes it on to a function that does.
func (s sender) passes(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return notFound(err.Error()), err // want `response( with status [0-9]+)? is lost`
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}
