// Package store has functions, and an interface with a type behind it, for package reach.
package store

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// A Store keeps who may do what.
type Store interface {
	HasAccess(ctx context.Context, user string) (bool, error)
	Grant(ctx context.Context, user string) error
	Revoke(ctx context.Context, user string) error // logs what goes wrong
	Check(ctx context.Context) error               // of no operation
}

// New returns a Store in a table.
func New(c *dynamodb.Client) Store { return &table{c} }

type table struct{ c *dynamodb.Client }

func (t *table) HasAccess(ctx context.Context, user string) (bool, error) {
	return HasAccess(ctx, t.c, user)
}

func (t *table) Grant(ctx context.Context, user string) error {
	_, err := t.c.PutItem(ctx, &dynamodb.PutItemInput{TableName: &user})
	return err
}

func (t *table) Revoke(ctx context.Context, user string) error { return Revoke(ctx, t.c, user) }

func (t *table) Check(ctx context.Context) error { return ctx.Err() }

// HasAccess asks the table.
func HasAccess(ctx context.Context, c *dynamodb.Client, user string) (bool, error) {
	out, err := c.GetItem(ctx, &dynamodb.GetItemInput{TableName: &user})
	if err != nil {
		return false, err
	}
	return out.Item != nil, nil
}

// Revoke logs what goes wrong.
func Revoke(ctx context.Context, c *dynamodb.Client, user string) error {
	_, err := c.DeleteItem(ctx, &dynamodb.DeleteItemInput{TableName: &user})
	if err != nil {
		log.Printf("revoke %s: %v", user, err)
		return err
	}
	return nil
}

// Valid performs no operation.
func Valid(user string) error {
	if user == "" {
		return errors.New("no user")
	}
	return nil
}
