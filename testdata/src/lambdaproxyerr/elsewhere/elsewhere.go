// Package main has handlers that call functions which end the process, in another package or behind an interface.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"

	"example.com/fixtures/lambdaproxyerr/elsewhere/store"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

// A finder is an interface of the package, behind which is a type of another.
type finder interface {
	Find(ctx context.Context, id string) (string, error)
	Name(ctx context.Context, id string) (string, error)
}

// A reader is one behind which is a type of this package.
type reader interface {
	read(ctx context.Context, name string) error
}

type file struct{ data []byte }

func (f *file) read(ctx context.Context, name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	f.data = b
	return ctx.Err()
}

type handler struct {
	users finder
	files reader

	orders store.Service
	client *dynamodb.Client
}

func (h *handler) handle(ctx context.Context, r request) (response, error) {
	id, err := h.orders.Create(ctx, r.Path) // want `log.Panic in Service.Create ends the process, so API Gateway returns 502; respond with an error instead`
	if err != nil {
		return response{StatusCode: 500}, nil
	}
	if _, err := h.orders.Create(ctx, id); err != nil { // the same fault
		return response{StatusCode: 500}, nil
	}
	if err := h.orders.Delete(ctx, id); err != nil { // want `panic in Service.Delete ends the process`
		return response{StatusCode: 500}, nil
	}
	if _, err := h.users.Find(ctx, id); err != nil { // want `log.Fatalln in Users.Find ends the process, so API Gateway returns 502; respond with an error instead`
		return response{StatusCode: 500}, nil
	}
	if _, err := h.users.Name(ctx, id); err != nil {
		return response{StatusCode: 500}, nil
	}
	if err := h.files.read(ctx, id); err != nil { // want `log.Fatal in file.read ends the process, so API Gateway returns 502; respond with an error instead`
		return response{StatusCode: 500}, nil
	}
	list, _ := h.orders.List(ctx)
	n, _ := h.orders.Count(ctx)
	text, _ := store.Read(id)
	text += store.MustRead(id)
	h.client = store.Client(id)
	if err := store.Wait(ctx); err != nil {
		return response{StatusCode: 500}, nil
	}
	return response{StatusCode: 200, Body: fmt.Sprint(h.get(ctx, id), list, n, text, store.NewClient(id) != nil)}, nil
}

// get is called by a handler only.
func (h *handler) get(ctx context.Context, id string) any {
	return store.Get(ctx, h.client, id).Item // want `log.Fatalf in store.Get ends the process, so API Gateway returns 502; respond with an error instead`
}

// guarded recovers from panics.
func (h *handler) guarded(ctx context.Context, r request) (resp response, err error) {
	defer func() {
		if v := recover(); v != nil {
			resp = response{StatusCode: 500}
		}
	}()
	if err := h.orders.Delete(ctx, r.Path); err != nil {
		return response{StatusCode: 500}, nil
	}
	return response{StatusCode: 200}, nil
}

// consume is for messages.
func (h *handler) consume(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		if _, err := h.orders.Create(ctx, m.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	client := store.NewClient("orders")
	h := &handler{orders: store.New(client), client: client, users: &store.Users{}, files: &file{}}
	store.Get(context.Background(), client, "first")
	lambda.Start(h.handle)
	lambda.Start(h.guarded)
	lambda.Start(h.consume)
}
