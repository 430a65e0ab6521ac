// Package store keeps orders, and ends the process where that fails.
package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// A Service keeps orders.
type Service interface {
	Create(ctx context.Context, id string) (string, error)
	Delete(ctx context.Context, id string) error
	List(ctx context.Context) ([]string, error)
	Count(ctx context.Context) (int, error)
}

type service struct{ client *dynamodb.Client }

// New returns a service.
func New(client *dynamodb.Client) Service { return &service{client} }

func (s *service) Create(ctx context.Context, id string) (string, error) {
	if _, err := s.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &id}); err != nil {
		log.Panic("create failed")
	}
	return id, nil
}

func (s *service) Delete(ctx context.Context, id string) error {
	_, err := s.client.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: &id})
	check(err)
	return nil
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

// List ends the process only where it cannot encode what it made itself.
func (s *service) List(ctx context.Context) ([]string, error) {
	b, err := json.Marshal(s)
	if err != nil {
		log.Fatal(err)
	}
	return []string{string(b)}, nil
}

// Count panics for faults of the program.
func (s *service) Count(ctx context.Context) (int, error) {
	if s.client == nil {
		panic("no client")
	}
	return 1, nil
}

// Get ends the process.
func Get(ctx context.Context, client *dynamodb.Client, id string) *dynamodb.GetItemOutput {
	out, err := client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &id})
	if err != nil {
		log.Fatalf("get %s: %v", id, err)
	}
	return out
}

// Users are users.
type Users struct{ client *dynamodb.Client }

// Find ends the process.
func (u *Users) Find(ctx context.Context, id string) (string, error) {
	if _, err := u.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &id}); err != nil {
		log.Fatalln("find", err)
	}
	return id, nil
}

// Name does not.
func (u *Users) Name(ctx context.Context, id string) (string, error) {
	_, err := u.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &id})
	return id, err
}

// Read recovers from its panics.
func Read(name string) (text string, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("read: %v", v)
		}
	}()
	b, err := os.ReadFile(name)
	check(err)
	return string(b), nil
}

// MustRead says that it panics.
func MustRead(name string) string {
	b, err := os.ReadFile(name)
	check(err)
	return string(b)
}

// NewClient is for the start of the program.
func NewClient(name string) *dynamodb.Client {
	if _, err := os.Stat(name); err != nil {
		log.Fatal(err)
	}
	return dynamodb.New(dynamodb.Options{})
}

// Wait gives up for what it found itself.
func Wait(ctx context.Context) error {
	if errors.Is(ctx.Err(), context.Canceled) {
		os.Exit(1)
	}
	return ctx.Err()
}

// Clients are set when the program starts.
var Clients = map[string]*dynamodb.Client{}

func client(name string) (*dynamodb.Client, error) {
	if c, ok := Clients[name]; ok {
		return c, nil
	}
	return nil, errors.New("no client")
}

// Client panics where nobody has set the client.
func Client(name string) *dynamodb.Client {
	c, err := client(name)
	if err != nil {
		panic(err)
	}
	return c
}

// A MockService is for tests.
type MockService struct{ Err error }

// Count counts nothing.
func (m *MockService) Count(context.Context) (int, error) {
	if m.Err != nil {
		panic(m.Err)
	}
	return 0, nil
}
