// Package store cuts chains that other packages ask.
package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go"
)

type Store struct{ client *dynamodb.Client }

func (s *Store) Save(ctx context.Context) error {
	if _, err := s.client.PutItem(ctx, nil); err != nil {
		return fmt.Errorf("save: %v", err)
	}
	return nil
}

// Load has asked for what is missing.
func (s *Store) Load(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		if IsMissing(err) {
			return err
		}
		return fmt.Errorf("load: %v", err)
	}
	return nil
}

// Wrap cuts what it is given.
func Wrap(err error, what string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %v", what, err)
}

// An Error has no Unwrap.
type Error struct {
	Op  string
	Err error
}

func (e *Error) Error() string { return e.Op + ": " + e.Err.Error() }

// Delete returns a type without Unwrap.
func (s *Store) Delete(ctx context.Context) error {
	if _, err := s.client.DeleteItem(ctx, nil); err != nil {
		return &Error{"delete", err}
	}
	return nil
}

// Run calls what it is given, and cuts off what that returns.
func Run(do func() error) error {
	if err := do(); err != nil {
		return errors.New("run: " + err.Error())
	}
	return nil
}

// Retry asks what it has called.
func Retry(ctx context.Context, do func(context.Context) error) error {
	for {
		err := do(ctx)
		var apiErr smithy.APIError
		if !errors.As(err, &apiErr) || apiErr.ErrorCode() != "ThrottlingException" {
			return err
		}
	}
}

// APIError looks through the chain itself, as functions of other modules do for all that is known of them.
func APIError(err error) (smithy.APIError, bool) {
	for ; err != nil; err = errors.Unwrap(err) {
		if apiErr, ok := err.(smithy.APIError); ok {
			return apiErr, true
		}
	}
	return nil, false
}

// IsMissing reports whether err says that something is missing.
func IsMissing(err error) bool {
	var missing *types.ResourceNotFoundException
	return errors.As(err, &missing)
}
