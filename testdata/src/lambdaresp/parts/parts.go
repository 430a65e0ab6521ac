// Package parts has responses that are put together in several ways. The probe tells of each return of a handler how many parts its response has, and how
// many of these are constants, and which status a literal has that is returned; and of each function that does little but respond, that it does.
package parts

import (
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type response = events.APIGatewayProxyResponse

var errFailed = errors.New("failed")

var shared response

func handle(request events.APIGatewayProxyRequest) (response, error) {
	switch request.Path {
	case "literal":
		return response{StatusCode: 400, Body: request.Body}, errFailed // want `^2 parts, 1 constant$` `^status 400$`
	case "empty":
		return response{}, errFailed // want `^1 parts, 1 constant$` `^status 0$`
	case "call":
		return text(404, "no", request.Body), errFailed // want `^3 parts, 2 constant$`
	case "elsewhere":
		return shared, errFailed // want `^1 parts, 0 constant$`
	}
	resp := response{StatusCode: 400}
	if request.Path != "" {
		resp = text(404, "no", "path")
	}
	resp.Body = request.Body
	return resp, errFailed // want `^5 parts, 3 constant$`
}

func pointer(request events.APIGatewayProxyRequest) (*response, error) {
	resp := &response{StatusCode: 400}
	if request.Body != "" {
		resp = &response{StatusCode: 500, Body: request.Body}
	}
	if request.Path == "" {
		return &response{StatusCode: 404}, errFailed // want `^1 parts, 1 constant$` `^status 404$`
	}
	return resp, errFailed // want `^3 parts, 2 constant$`
}

func text(status int, format string, args ...string) response { // want `^only responds$`
	return response{StatusCode: status, Body: format + args[0]}
}

func failed(err error, headers map[string]string) (response, error) { // want `^only responds$`
	return response{StatusCode: 500, Headers: headers}, err
}

func again(r response) response { return r }

func (notFound) respond() response { return response{StatusCode: 404} }

type notFound struct{}

func main() {
	lambda.Start(handle)
	lambda.Start(pointer)
}
