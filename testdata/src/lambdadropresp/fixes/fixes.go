// Package fixes has responses that the rule saves.
package fixes

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

func check(s string) error {
	if s == "" {
		return errFailed
	}
	return nil
}

func variables(_ context.Context, r events.APIGatewayProxyRequest) (*events.APIGatewayProxyResponse, error) {
	resp := &events.APIGatewayProxyResponse{StatusCode: 400}
	if err := check(r.Path); err != nil {
		return resp, err // want `response is lost, since .* returns 502 for the error beside it; log it and return nil$`
	}
	if err := check(r.Body); err != nil {
		slog.Error("cannot check", "error", err)
		return resp, err // want `response( with status [0-9]+)? is lost`
	}
	if err := check(r.HTTPMethod); err != nil {
		resp.Body = err.Error()
		return resp, fmt.Errorf("method %s: %w", // want `response( with status [0-9]+)? is lost`
			r.HTTPMethod, err)
	}
	resp.StatusCode = 200
	return resp, nil
}

func naked(_ context.Context, r events.ALBTargetGroupRequest) (w events.ALBTargetGroupResponse, err error) {
	if err = check(r.Path); err != nil {
		w.StatusCode = 403
		return // want `response is lost, since .* returns 502 for the error beside it; log it and return nil$`
	}
	w.StatusCode = 200
	return
}

// filled returns an error that is still set, while another function has written the response.
func filled(_ context.Context, r events.ALBTargetGroupRequest) (w events.ALBTargetGroupResponse, err error) {
	if err = check(r.Path); err != nil {
		respond(&w, 403, "no path")
		return // want `response is lost, since the load balancer returns 502 for the error beside it; log it and return nil$`
	}
	respond(&w, 200, "")
	return
}

func respond(w *events.ALBTargetGroupResponse, status int, message string) {
	w.StatusCode = status
	w.Headers = map[string]string{"Content-Type": "text/plain"}
	w.Body = message
}

func status(code int) events.APIGatewayV2HTTPResponse {
	return events.APIGatewayV2HTTPResponse{StatusCode: code}
}

func made(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	switch r.RawPath {
	case "":
		return status(404), errFailed // want `response is lost, since .* returns 500 for the error beside it; log it and return nil$`
	case "/":
		return events.APIGatewayV2HTTPResponse{Body: "{}"}, errFailed // want `response is lost, since .* returns 500 for the error beside it; set an error status, log it and return nil$`
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: 400, Body: "{}"}, errors.New("bad request") // want `response with status 400 is lost, since .* returns 500 for the error beside it; log it and return nil$`
}

// newLoggedError is as that of github.com/awslabs/aws-lambda-go-api-proxy/core: what it makes is logged already.
func newLoggedError(format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	fmt.Println(err)
	return err
}

func logged(_ context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	if err := check(r.Body); err != nil {
		return status(504), newLoggedError("cannot check: %v", err) // want `response( with status [0-9]+)? is lost`
	}
	return status(200), nil
}

// alters replaces the status of a success.
func alters(_ context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	resp := events.APIGatewayProxyResponse{StatusCode: 200}
	if r.Path == "" {
		resp.StatusCode = 404
		return resp, errFailed // want `response is lost, since API Gateway returns 502 for the error beside it; log it and return nil$`
	}
	return resp, nil
}

type sender struct{ client *sqs.Client }

// sends shows no more of the error of AWS than that there was one.
func (s sender) sends(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if _, err := s.client.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.Body}); err != nil {
		return events.APIGatewayProxyResponse{ // want `response( with status [0-9]+)? is lost`
			StatusCode: 500,
			Headers:    map[string]string{"Content-Type": "application/json"},
			Body:       `{"message":"cannot send"}`,
		}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: 204}, nil
}

func init() { lambda.Start(hello) }

// hello takes no event, but has a body for whoever asks.
func hello(context.Context) (events.APIGatewayProxyResponse, error) {
	if err := check(""); err != nil {
		// tell the client that there was an error
		return events.APIGatewayProxyResponse{StatusCode: 500}, err // want `response with status 500 is lost`
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: `{"message":"hello"}`}, nil
}

func init() { lambda.Start(stream) }

func stream(_ context.Context, e events.KinesisEvent) (events.KinesisEventResponse, error) {
	var resp events.KinesisEventResponse
	for _, r := range e.Records {
		if err := check(r.EventName); err != nil {
			resp.BatchItemFailures = append(resp.BatchItemFailures, events.KinesisBatchItemFailure{ItemIdentifier: r.Kinesis.SequenceNumber})
		}
	}
	if len(resp.BatchItemFailures) != 0 {
		return events.KinesisEventResponse{BatchItemFailures: resp.BatchItemFailures}, errFailed // want `list of failures is ignored, since Lambda retries the whole batch for the error beside it; return it with a nil error$`
	}
	return resp, nil
}
