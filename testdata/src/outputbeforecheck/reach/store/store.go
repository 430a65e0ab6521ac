// Package store returns what it reads, and nil with an error.
package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var errMissing = errors.New("missing")

type Store struct {
	DB *dynamodb.Client
	S3 *s3.Client
}

type Item struct{ Name string }

// Straight returns what the SDK returns.
func (s *Store) Straight(ctx context.Context, in *dynamodb.GetItemInput, verbose bool) (*dynamodb.GetItemOutput, error) {
	out, err := s.DB.GetItem(ctx, in)
	if verbose {
		fmt.Println("got an item")
	}
	return out, err
}

func (s *Store) Get(ctx context.Context, in *dynamodb.GetItemInput) (*Item, error) {
	out, err := s.Straight(ctx, in, true)
	if err != nil {
		return nil, fmt.Errorf("get: %w", err)
	}
	if out.Item == nil {
		return nil, errMissing
	}
	return &Item{Name: "x"}, nil
}

func (s *Store) Wrapped(ctx context.Context, in *s3.HeadObjectInput) (*s3.HeadObjectOutput, error) {
	out, err := s.S3.HeadObject(ctx, in)
	if err != nil {
		return out, fmt.Errorf("head: %w", err)
	}
	return out, nil
}

// Partly returns what it has with the error.
func (s *Store) Partly(ctx context.Context, in *dynamodb.QueryInput) (*Item, error) {
	item := &Item{}
	if _, err := s.DB.Query(ctx, in); err != nil {
		return item, err
	}
	return item, nil
}

func (s *Store) ByValue(ctx context.Context, in *dynamodb.GetItemInput) (Item, error) {
	_, err := s.DB.GetItem(ctx, in)
	return Item{}, err
}

// Either returns an item with one of its errors.
func (s *Store) Either(ctx context.Context, in *dynamodb.GetItemInput, old *Item) (*Item, error) {
	if old != nil {
		return old, errMissing
	}
	return s.Get(ctx, in)
}

// NoAWS returns an error that does not come from AWS.
func (s *Store) NoAWS(name string) (*Item, error) {
	if name == "" {
		return nil, errMissing
	}
	return &Item{Name: name}, nil
}

// Again tries until it has an item, or the context ends.
func (s *Store) Again(ctx context.Context, ins []*dynamodb.GetItemInput) (*Item, error) {
	item, err := s.Get(ctx, ins[0])
	for ctx.Err() == nil {
		for _, in := range ins {
			if item == nil {
				item, err = s.Get(ctx, in)
			}
			if err == nil {
				break
			}
		}
	}
	return item, err
}
