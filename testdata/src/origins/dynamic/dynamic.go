// Package dynamic calls functions that are known only at run time: method values, methods of interfaces, arguments and instances of generic
// functions.
package dynamic

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
)

func match(err error) {}

var ctx = context.Background()

type store struct{ c *s3.Client }

func (s store) get() error {
	_, err := s.c.GetObject(ctx, nil)
	return err
}

func (s *store) head() error {
	_, err := s.c.HeadObject(ctx, nil)
	return fmt.Errorf("head: %w", err)
}

func methodValues(s *store) {
	get := s.get
	match(get())                    // want `^s3.GetObject$`
	match(s.head())                 // want `^s3.HeadObject wrapped$`
	match(store.get(*s))            // want `^s3.GetObject$`
	match((*store).head(s))         // want `^s3.HeadObject wrapped$`
	match(call(s.get))              // want `^s3.GetObject$`
	match(twice(3, s.head))         // want `^s3.HeadObject wrapped$`
	match(operation(s.c.GetObject)) // want `^s3.GetObject$`
}

func call(f func() error) error { return f() }

func twice(n int, f func() error) error {
	if n == 0 {
		return f()
	}
	return twice(n-1, f)
}

func operation(f func(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*s3.GetObjectOutput, error)) error {
	_, err := f(ctx, nil)
	return err
}

type getter interface{ get() error }

type otherStore struct{}

func (otherStore) get() error { return errors.New("no error of AWS") }

func interfaces(g getter) {
	match(g.get()) // want `^s3.GetObject unknown$`
}

type api interface {
	GetObject(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

func implied(c api) {
	_, err := c.GetObject(ctx, nil)
	match(err) // want `^s3.GetObject$`
}

func try[T any](f func() (T, error)) (T, error) {
	v, err := f()
	if err != nil {
		return v, fmt.Errorf("try: %w", err)
	}
	return v, nil
}

type list[T any] struct{ c *s3.Client }

func (l list[T]) all() ([]T, error) {
	_, err := l.c.ListObjectsV2(ctx, nil)
	return nil, err
}

func generics(c *s3.Client) {
	_, err := try(func() (*s3.GetObjectOutput, error) { return c.GetObject(ctx, nil) })
	match(err) // want `^s3.GetObject wrapped$`
	_, err = list[int]{c}.all()
	match(err) // want `^s3.ListObjectsV2$`
}

func down(s store, n int) error {
	if n == 0 {
		return s.get()
	}
	if err := down(s, n-1); err != nil {
		return fmt.Errorf("%d: %w", n, err)
	}
	return nil
}

func recursion(s store) {
	match(down(s, 3)) // want `^s3.GetObject wrapped$`
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func variadic(s store) {
	match(first(errors.New("x"), s.get())) // want `^s3.GetObject$`
	match(first(s.get(), s.head()))        // want `^s3.GetObject or s3.HeadObject wrapped$`
}

func bare(s store) {
	err := s.get()
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		match(apiErr) // want `^none unknown$`
	}
	match(errors.Unwrap(err)) // want `^s3.GetObject bare$`
}

func stored(s store, funcs map[string]func() error) {
	match(funcs["get"]())                    // want `^none unknown$`
	match(func() error { return s.get() }()) // want `^s3.GetObject$`
}
