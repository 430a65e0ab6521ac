// Package main has handlers whose responses are made by functions of another package.
package main

import (
	"errors"
	"os"
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/lambdadropresp/elsewhere/reply"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

var errNoID = errors.New("no id")

func handle(r request) (response, error) {
	id := r.PathParameters["id"]
	if id == "" {
		return reply.Failed(422, "no id"), errNoID // want `response is lost, since API Gateway returns 502 for the error beside it; log it and return nil`
	}
	if _, err := strconv.Atoi(id); err != nil {
		return reply.Failed(400, err.Error()), err // want `response is lost, since API Gateway returns 502 for the error beside it; log it and return nil`
	}
	if err := os.Remove(id); err != nil {
		return reply.Broken(), err // want `response is lost, since API Gateway returns 502 for the error beside it; log it and return nil`
	}
	if _, err := os.ReadFile(id); err != nil {
		resp := reply.Show(id)
		return resp, err // want `response is lost, since API Gateway returns 502 for the error beside it; log it and return nil`
	}
	return reply.Failed(200, id), os.Remove(id)
}

func succeeds(r request) (*response, error) {
	id := r.PathParameters["id"]
	if _, err := strconv.Atoi(id); err != nil {
		return reply.Found(id), err // want `response is lost, since API Gateway returns 502 for the error beside it; set an error status, log it and return nil`
	}
	return reply.Maybe(id), nil
}

type server struct {
	replier *reply.Replier
	maker   reply.Maker
}

func (s *server) get(r request) (response, error) {
	if _, err := strconv.Atoi(r.Path); err != nil {
		return s.replier.Fail(200, "no number"), err // want `response is lost, since API Gateway returns 502 for the error beside it; set an error status, log it and return nil`
	}
	if err := os.Remove(r.Path); err != nil {
		return s.replier.Fail(500, "gone"), err // want `response is lost, since API Gateway returns 502 for the error beside it; log it and return nil`
	}
	if r.Path == "" {
		return s.replier.Fail(404, "no path"), reply.NewError("no path") // want `response is lost, since API Gateway returns 502 for the error beside it; log it and return nil`
	}
	return s.replier.Fail(404, "no such order"), reply.Checked(r.Path)
}

// Nothing is certain to be lost here.
func (s *server) nothing(r request) (response, error) {
	if _, err := strconv.Atoi(r.Path); err != nil {
		return reply.Empty(r.Path), err
	}
	if _, err := strconv.ParseBool(r.Path); err != nil {
		return *reply.Maybe(r.Path), err
	}
	if _, err := strconv.Unquote(r.Path); err != nil {
		return reply.Copy(response{}), err
	}
	if err := os.Remove(r.Path); err != nil {
		return s.maker.Fail(500, "gone"), err // whatever is behind it
	}
	if resp, err := reply.Moved(r.Path); err != nil {
		return resp, err // it is lost there
	}
	return reply.Failed(200, r.Path), os.Remove(r.Path)
}

func main() {
	s := new(server)
	lambda.Start(handle)
	lambda.Start(succeeds)
	lambda.Start(s.get)
	lambda.Start(s.nothing)
}
