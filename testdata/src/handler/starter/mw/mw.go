// Package mw has what programs put around their handlers.
package mw

import (
	"context"
	"errors"
	"log"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

// A Handler is a handler.
type Handler func(ctx context.Context, r request) (response, error)

// Authorized asks who the client is and returns the results of next.
func Authorized(next Handler, groups ...string) Handler {
	return func(ctx context.Context, r request) (response, error) {
		for _, group := range groups {
			if strings.HasPrefix(r.Path, group) {
				return next(context.WithValue(ctx, Key{}, group), r)
			}
		}
		return response{StatusCode: 403}, nil
	}
}

// A Key is that of the group of the client.
type Key struct{}

// Timed measures what next does.
func Timed(next Handler) Handler {
	return func(ctx context.Context, r request) (response, error) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		start := time.Now()
		defer func() { log.Print(time.Since(start)) }()
		return next(ctx, r)
	}
}

// Chain has methods that wrap handlers.
type Chain struct{ Name string }

// Then returns the results of next.
func (c Chain) Then(next Handler) Handler {
	log.Print(c.Name)
	return func(ctx context.Context, r request) (response, error) {
		return next(ctx, r)
	}
}

// Recovered makes a response of a panic of next.
func Recovered(next Handler) Handler {
	return func(ctx context.Context, r request) (resp response, err error) {
		defer func() {
			if v := recover(); v != nil {
				resp, err = response{StatusCode: 500}, nil
			}
		}()
		return next(ctx, r)
	}
}

// Mapped makes responses of errors.
func Mapped(next Handler) Handler {
	return func(ctx context.Context, r request) (response, error) {
		resp, err := next(ctx, r)
		if err != nil {
			return response{StatusCode: 500}, nil
		}
		return resp, nil
	}
}

// Logged makes nothing but a message of a handler that has failed.
func Logged(next Handler) Handler {
	return func(ctx context.Context, r request) (resp response, err error) {
		defer func() {
			if errors.Is(err, context.Canceled) {
				resp.StatusCode = 499
			}
		}()
		return next(ctx, r)
	}
}

// Ignored does not call next.
func Ignored(next Handler) Handler {
	log.Print(next != nil)
	return func(ctx context.Context, r request) (response, error) {
		return response{StatusCode: 404}, nil
	}
}
