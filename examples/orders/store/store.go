// Package store keeps orders in a DynamoDB table.
package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// What the callers of this package tell apart.
var (
	ErrExists   = errors.New("order exists already")
	ErrNotFound = errors.New("no such order")
	ErrPaid     = errors.New("order is paid already")
)

// An Order is what a customer has bought.
type Order struct {
	ID       string   `dynamodbav:"id" json:"id"`
	Customer string   `dynamodbav:"customer" json:"customer"`
	Items    []string `dynamodbav:"items" json:"items"`
	Cents    int64    `dynamodbav:"cents" json:"cents"`
	Status   string   `dynamodbav:"status" json:"status"`
}

// Store is the table of orders.
type Store struct {
	db    *dynamodb.Client
	table string
}

// New returns the store in the table called table.
func New(db *dynamodb.Client, table string) *Store {
	return &Store{db: db, table: table}
}

// Create adds order, or returns ErrExists.
func (s *Store) Create(ctx context.Context, order Order) error {
	item, err := attributevalue.MarshalMap(order)
	if err != nil {
		return fmt.Errorf("encode order %s: %w", order.ID, err)
	}
	_, err = s.db.PutItem(ctx, &dynamodb.PutItemInput{
		TableName:           &s.table,
		Item:                item,
		ConditionExpression: aws.String("attribute_not_exists(id)"),
	})
	if err != nil {
		if strings.Contains(err.Error(), "ConditionalCheckFailedException") {
			return ErrExists
		}
		return fmt.Errorf("create order %s: %w", order.ID, err)
	}
	return nil
}

// Get returns the order with the given id, or ErrNotFound.
func (s *Store) Get(ctx context.Context, id string) (*Order, error) {
	out, err := s.db.GetItem(ctx, &dynamodb.GetItemInput{TableName: &s.table, Key: key(id)})
	if err != nil {
		if _, ok := err.(*types.ResourceNotFoundException); ok {
			return nil, fmt.Errorf("table %s is not deployed: %w", s.table, err)
		}
		return nil, fmt.Errorf("get order %s: %w", id, err)
	}
	if out.Item == nil {
		return nil, ErrNotFound
	}
	s.touch(ctx, id)

	var order Order
	if err := attributevalue.UnmarshalMap(out.Item, &order); err != nil {
		return nil, fmt.Errorf("decode order %s: %w", id, err)
	}
	return &order, nil
}

// touch notes when the order was last looked at.
func (s *Store) touch(ctx context.Context, id string) {
	s.db.UpdateItem(ctx, &dynamodb.UpdateItemInput{
		TableName:                 &s.table,
		Key:                       key(id),
		UpdateExpression:          aws.String("SET seen = :now"),
		ExpressionAttributeValues: map[string]types.AttributeValue{":now": text(time.Now().Format(time.RFC3339))},
	})
}

// Pay marks the order as paid and notes the payment, both or neither. It returns
// ErrPaid if that has happened before.
func (s *Store) Pay(ctx context.Context, id, payment string) error {
	_, err := s.db.TransactWriteItems(ctx, &dynamodb.TransactWriteItemsInput{
		TransactItems: []types.TransactWriteItem{
			{Update: &types.Update{
				TableName:                 &s.table,
				Key:                       key(id),
				UpdateExpression:          aws.String("SET #s = :paid"),
				ConditionExpression:       aws.String("#s <> :paid"),
				ExpressionAttributeNames:  map[string]string{"#s": "status"},
				ExpressionAttributeValues: map[string]types.AttributeValue{":paid": text("paid")},
			}},
			{Put: &types.Put{TableName: &s.table, Item: key("payment-" + payment)}},
		},
	})
	var failed *types.ConditionalCheckFailedException
	if errors.As(err, &failed) {
		return ErrPaid
	}
	if err != nil {
		return fmt.Errorf("pay order %s: %w", id, err)
	}
	return nil
}

// Import adds up to 25 orders of another shop.
func (s *Store) Import(ctx context.Context, orders []Order) error {
	var writes []types.WriteRequest
	for _, order := range orders {
		item, err := attributevalue.MarshalMap(order)
		if err != nil {
			return fmt.Errorf("encode order %s: %w", order.ID, err)
		}
		writes = append(writes, types.WriteRequest{PutRequest: &types.PutRequest{Item: item}})
	}
	_, err := s.db.BatchWriteItem(ctx, &dynamodb.BatchWriteItemInput{
		RequestItems: map[string][]types.WriteRequest{s.table: writes},
	})
	if err != nil {
		return fmt.Errorf("import %d orders: %w", len(orders), err)
	}
	return nil
}

func key(id string) map[string]types.AttributeValue {
	return map[string]types.AttributeValue{"id": text(id)}
}

func text(s string) types.AttributeValue {
	return &types.AttributeValueMemberS{Value: s}
}
