// Package forms holds the ways in which chains are cut, and those in which they are asked.
package forms

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/smithy-go"
	pkgerrors "github.com/pkg/errors"
)

type store struct {
	client *dynamodb.Client
	last   error
}

// Cuts.

func (s *store) byString(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return fmt.Errorf("put %d: %s", 1, err) // want `^%s cuts the error of dynamodb.PutItem off, so errors.As at forms.go:\d+ never matches it; use %w$`
	}
	return nil
}

func (s *store) quoted(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return fmt.Errorf("put: %q", err) // want `^%q cuts`
	}
	return nil
}

func (s *store) byText(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return errors.New("put: " + err.Error()) // want `^errors.New cuts the error of dynamodb.PutItem off, so errors.As at forms.go:\d+ never matches it; use fmt.Errorf with %w$`
	}
	return nil
}

func (s *store) bySprintf(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		text := fmt.Sprintf("put: %v", err)
		return errors.New(strings.ToLower(text)) // want `^errors.New cuts`
	}
	return nil
}

func (s *store) byOtherPackage(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return pkgerrors.Errorf("put: %v", err) // want `^errors.Errorf cuts the error of dynamodb.PutItem off, so errors.As at forms.go:\d+ never matches it; use errors.Wrap$`
	}
	return nil
}

// A storeError has no Unwrap.
type storeError struct {
	Op  string
	Err error
}

func (e *storeError) Error() string { return e.Op + ": " + e.Err.Error() }

func (s *store) byType(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return &storeError{"put", err} // want `^\*forms.storeError has no Unwrap, so errors.As at forms.go:\d+ never matches the error of dynamodb.PutItem; add it$`
	}
	return nil
}

// An embedding promotes Error, but not Unwrap.
type embedding struct {
	error
	status int
}

func (s *store) byEmbedding(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return embedding{err, 1} // want `^forms.embedding has no Unwrap`
	}
	return nil
}

var errPut = errors.New("put")

func (s *store) besideSentinel(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return fmt.Errorf("%w: %v", errPut, err) // want `^%v cuts`
	}
	return nil
}

// An oneError returns one of two errors.
type oneError struct{ kind, cause error }

func (e *oneError) Error() string { return e.kind.Error() + ": " + e.cause.Error() }
func (e *oneError) Unwrap() error { return e.kind }

func (s *store) byUnwrap(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return &oneError{errPut, err} // want `^\(\*forms.oneError\).Unwrap omits the error of dynamodb.PutItem, so errors.As at forms.go:\d+ never matches it; return it$`
	}
	return nil
}

// A listError returns some of its errors.
type listError struct{ kind, detail, cause error }

func (e listError) Error() string   { return e.kind.Error() + ": " + e.cause.Error() }
func (e listError) Unwrap() []error { return []error{e.kind, e.detail} }

func (s *store) byList(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return listError{kind: errPut, cause: err} // want `^forms.listError.Unwrap omits`
	}
	return nil
}

// An appError can wrap an error, and here does not.
type appError struct {
	Status  int
	Message string
	Err     error
}

func (e *appError) Error() string { return e.Message }
func (e *appError) Unwrap() error { return e.Err }

func (s *store) byMessage(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return &appError{Status: 500, Message: "put: " + err.Error()} // want `^\*forms.appError has only the text of dynamodb.PutItem's error`
	}
	return nil
}

func wrap(err error, what string) error {
	return fmt.Errorf("%s: %v", what, err) // want `^%v cuts`
}

func (s *store) byFunction(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		return wrap(err, "put")
	}
	return nil
}

func (s *store) twice(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		err = fmt.Errorf("inner: %v", err)  // want `^%v cuts`
		return fmt.Errorf("outer: %v", err) // want `^%v cuts`
	}
	return nil
}

func (s *store) asked(ctx context.Context) bool {
	for _, err := range []error{
		s.byString(ctx), s.quoted(ctx), s.byText(ctx), s.bySprintf(ctx), s.byOtherPackage(ctx), s.byType(ctx), s.byEmbedding(ctx),
		s.besideSentinel(ctx), s.byFunction(ctx), s.twice(ctx), s.byUnwrap(ctx), s.byList(ctx), s.byMessage(ctx),
	} {
		var exists *types.ConditionalCheckFailedException
		err = fmt.Errorf("outermost: %w", err)
		if errors.As(err, &exists) {
			return true
		}
	}
	return false
}

// Matches.

func (s *store) get(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

func (s *store) generalMatch(ctx context.Context) string {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `errors.As at forms.go:\d+ never`
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

func (s *store) status(ctx context.Context) int {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `errors.As at forms.go:\d+ never`
	var response *awshttp.ResponseError
	if errors.As(err, &response) {
		return response.HTTPStatusCode()
	}
	return 0
}

func (s *store) cancelled(ctx context.Context) bool {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `errors.Is at forms.go:\d+ never`
	return errors.Is(err, context.Canceled)
}

func (s *store) tooLate(ctx context.Context) bool {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `errors.Is at forms.go:\d+ never`
	return pkgerrors.Is(err, context.DeadlineExceeded)
}

func isA[T error](err error) bool {
	_, ok := errors.AsType[T](err)
	return ok
}

func (s *store) generic(ctx context.Context) bool {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `isA at forms.go:\d+ never`
	return isA[*types.ResourceNotFoundException](err)
}

func isMissing(err error) bool {
	var missing *types.ResourceNotFoundException
	return errors.As(err, &missing)
}

func (s *store) byHelper(ctx context.Context) bool {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `isMissing at forms.go:\d+ never`
	return isMissing(err)
}

func (s *store) retried(ctx context.Context) bool {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `IsErrorRetryable at forms.go:\d+ never`
	return retry.IsErrorRetryables(retry.DefaultRetryables).IsErrorRetryable(err) == aws.TrueTernary
}

func (s *store) byField(ctx context.Context) {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		s.last = fmt.Errorf("get: %v", err) // want `isMissing at forms.go:\d+ never`
	}
}

func (s *store) lastMissing() bool { return isMissing(s.last) }

// The error of another operation keeps its chain: the match fails on one way only.
func (s *store) eitherWay(ctx context.Context) bool {
	err := s.either(ctx)
	var missing *types.ResourceNotFoundException
	return errors.As(err, &missing)
}

func (s *store) either(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return fmt.Errorf("get: %w", err)
	}
	if _, err := s.client.PutItem(ctx, nil); err != nil {
		return fmt.Errorf("put: %v", err) // want `^%v cuts the error of dynamodb.PutItem off`
	}
	return nil
}

// Of several matches, each is told.
func (s *store) several(ctx context.Context) int {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		err = fmt.Errorf("get: %v", err) // want `errors.As at forms.go:\d+ never`
	}
	var missing *types.ResourceNotFoundException
	if errors.As(err, &missing) {
		return 1
	}
	if errors.Is(err, context.Canceled) {
		return 2
	}
	return 0
}

// A loop of the program asks what it has called.
func persist(do func() error) error {
	for range 3 {
		if err := do(); err == nil || isMissing(err) {
			return err
		}
	}
	return nil
}

func (s *store) persistent(ctx context.Context) error {
	return persist(func() error {
		_, err := s.client.GetItem(ctx, nil)
		return fmt.Errorf("get: %v", err) // want `isMissing at forms.go:\d+ never`
	})
}

// A function literal has no name.
func (s *store) literal(ctx context.Context) bool {
	missing := func(err error) bool {
		_, ok := errors.AsType[*types.ResourceNotFoundException](err)
		return ok
	}
	_, err := s.client.GetItem(ctx, nil)
	return missing(fmt.Errorf("get: %v", err)) // want `errors.AsType at forms.go:\d+ never`
}

// A literal that is called in place, with a variable of the function around it.
func (s *store) inPlace(ctx context.Context) (missing bool) {
	_, err := s.client.GetItem(ctx, nil)
	err = fmt.Errorf("get: %v", err) // want `isMissing at forms.go:\d+ never`
	func() {
		missing = isMissing(err)
	}()
	return missing
}
