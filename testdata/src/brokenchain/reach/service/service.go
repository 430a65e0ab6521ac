// Package service asks errors that another package has cut off, and cuts errors off that another package asks.
package service

import (
	"context"
	"errors"
	"fmt"

	"example.com/fixtures/brokenchain/reach/store"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

func save(ctx context.Context, s *store.Store) bool {
	err := s.Save(ctx)
	var exists *types.ConditionalCheckFailedException
	return errors.As(err, &exists) // want `^errors.As never matches the error of dynamodb.PutItem, which %v cuts off at store.go:\d+; use %w there$`
}

func asksHelper(ctx context.Context, s *store.Store) bool {
	return store.IsMissing(s.Save(ctx)) // want `^store.IsMissing never matches the error of dynamodb.PutItem, which %v cuts off at store.go:\d+; use %w there$`
}

func asksLoad(ctx context.Context, s *store.Store) bool { return store.IsMissing(s.Load(ctx)) }

func wrapped(ctx context.Context, client *dynamodb.Client) bool {
	_, err := client.GetItem(ctx, nil)
	err = store.Wrap(err, "get")
	return store.IsMissing(err) // want `^store.IsMissing never matches the error of dynamodb.GetItem, which %v cuts off at store.go:\d+; use %w there$`
}

func cuts(ctx context.Context, client *dynamodb.Client) error {
	if _, err := client.GetItem(ctx, nil); err != nil {
		return fmt.Errorf("get: %v", err) // want `^%v cuts the error of dynamodb.GetItem off, so store.IsMissing at service.go:40 never matches it; use %w$`
	}
	return nil
}

func asks(ctx context.Context, client *dynamodb.Client) bool {
	return store.IsMissing(cuts(ctx, client))
}

// A saver may be a *store.Store.
type saver interface {
	Save(ctx context.Context) error
}

var _ saver = (*store.Store)(nil)

func asksInterface(ctx context.Context, s saver) bool {
	return store.IsMissing(s.Save(ctx))
}

// Types of other packages of the module have no Unwrap either.
func ofType(ctx context.Context, client *dynamodb.Client) bool {
	_, err := client.GetItem(ctx, nil)
	err = &store.Error{Op: "get", Err: err} // want `^\*store.Error has no Unwrap, so store.IsMissing at service.go:\d+ never matches the error of dynamodb.GetItem; add it$`
	return store.IsMissing(err)
}

func asksDelete(ctx context.Context, s *store.Store) bool {
	return store.IsMissing(s.Delete(ctx)) // want `^store.IsMissing never matches the error of dynamodb.DeleteItem, since \*store.Error at store.go:\d+ has no Unwrap; add it$`
}

// What runs a function cuts off the error of that.
func run(ctx context.Context, client *dynamodb.Client) bool {
	err := store.Run(func() error {
		_, err := client.GetItem(ctx, nil)
		return err
	})
	return store.IsMissing(err) // want `^store.IsMissing never matches the error of dynamodb.GetItem, which errors.New cuts off at store.go:\d+; wrap it there$`
}

// What a function of another package runs, it asks as well.
func retried(ctx context.Context, client *dynamodb.Client) error {
	return store.Retry(ctx, func(ctx context.Context) error {
		_, err := client.GetItem(ctx, nil)
		return fmt.Errorf("get: %v", err) // want `^%v cuts the error of dynamodb.GetItem off, so store.Retry at service.go:\d+ never matches it; use %w$`
	})
}

// A function is known by its shape.
func code(ctx context.Context, client *dynamodb.Client) string {
	_, err := client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `so store.APIError at service.go:\d+ never matches it`
	if apiErr, ok := store.APIError(err); ok {
		return apiErr.ErrorCode()
	}
	return ""
}
