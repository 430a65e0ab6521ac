// Package store keeps orders in DynamoDB.
package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// ErrNotFound says that there is no such order.
var ErrNotFound = errors.New("no such order")

// Dynamo keeps orders.
type Dynamo struct{ client *dynamodb.Client }

// Get returns an order.
func (d *Dynamo) Get(ctx context.Context, id string) (string, error) {
	out, err := d.client.GetItem(ctx, &dynamodb.GetItemInput{TableName: &id})
	if err != nil {
		return "", fmt.Errorf("get order: %w", err)
	}
	if out.Item == nil {
		return "", ErrNotFound
	}
	return id, nil
}

// Put stores an order.
func (d *Dynamo) Put(ctx context.Context, id string) error {
	_, err := d.client.PutItem(ctx, &dynamodb.PutItemInput{TableName: &id})
	return err
}
