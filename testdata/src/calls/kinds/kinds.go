// Package kinds calls operations, and functions that return their errors, in every way.
package kinds

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type store struct{ c *s3.Client }

func (s store) get(ctx context.Context) error {
	_, err := s.c.GetObject(ctx, nil) // want `^s3.GetObject$`
	return err
}

// GetObject has the signature of the operation.
func (s store) GetObject(ctx context.Context, in *s3.GetObjectInput, opts ...func(*s3.Options)) (*s3.GetObjectOutput, error) {
	return s.c.GetObject(ctx, in, opts...) // want `^s3.GetObject$`
}

type api interface {
	GetObject(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

type getter interface{ get(context.Context) error }

func operations(ctx context.Context, s store, a api, p *s3.ListObjectsV2Paginator, w *s3.BucketExistsWaiter) {
	_, err := s.GetObject(ctx, nil) // want `^s3.GetObject wraps$`
	fmt.Println(err)
	_, err = a.GetObject(ctx, nil) // want `^s3.GetObject$`
	fmt.Println(err)
	_, err = p.NextPage(ctx) // want `^s3.ListObjectsV2$`
	fmt.Println(err)
	err = w.Wait(ctx, nil, 0) // want `^s3.BucketExistsWaiter.Wait$`
	fmt.Println(err)
	get := s.c.GetObject
	_, err = get(ctx, nil) // want `^s3.GetObject$`
	fmt.Println(err)
	go s.c.PutObject(ctx, nil)    // want `^s3.PutObject lost$`
	defer s.c.PutObject(ctx, nil) // want `^s3.PutObject lost$`
}

func declared(ctx context.Context, s store, g getter) {
	go s.get(ctx)    // want `^store.get, that of s3.GetObject lost$`
	defer s.get(ctx) // want `^store.get, that of s3.GetObject lost$`
	get := s.get
	get(ctx)                                // want `^store.get, that of s3.GetObject lost$`
	g.get(ctx)                              // want `^getter.get, that of s3.GetObject or another error, may log lost$`
	try(func() error { return s.get(ctx) }) // want `^store.get, that of s3.GetObject$` `^kinds.try, that of s3.GetObject lost$`
	func() error {
		return s.get(ctx) // want `^store.get, that of s3.GetObject$`
	}()
	list[int]{s}.all(ctx) // want `^list.all, that of s3.GetObject lost$`
}

func try(f func() error) error { return f() }

type list[T any] struct{ s store }

func (l list[T]) all(ctx context.Context) error {
	return l.s.get(ctx) // want `^store.get, that of s3.GetObject$`
}

func logs(ctx context.Context, s store) error {
	err := s.get(ctx) // want `^store.get, that of s3.GetObject$`
	if err != nil {
		slog.Error("get", "err", err)
	}
	return err
}

func logsDeeper(ctx context.Context, s store) error {
	return logs(ctx, s) // want `^kinds.logs, that of s3.GetObject, may log$`
}

func logsOneKind(ctx context.Context, s store) error {
	err := s.get(ctx) // want `^store.get, that of s3.GetObject$`
	if errors.Is(err, context.Canceled) {
		slog.Debug("get", "err", err)
		return err
	}
	return err
}

func logsBefore(ctx context.Context, s store, quiet bool) error {
	if !quiet {
		slog.Info("get")
	}
	return s.get(ctx) // want `^store.get, that of s3.GetObject$`
}

func logsEach(ctx context.Context, s store) (err error) {
	if err = s.get(ctx); err != nil { // want `^store.get, that of s3.GetObject$`
		slog.Error("first", "err", err)
		return err
	}
	if err = s.get(ctx); err != nil { // want `^store.get, that of s3.GetObject$`
		slog.Error("second", "err", err)
		return err
	}
	return err
}

func callsThese(ctx context.Context, s store) error {
	if err := logsOneKind(ctx, s); err != nil { // want `^kinds.logsOneKind, that of s3.GetObject$`
		return err
	}
	if err := logsEach(ctx, s); err != nil { // want `^kinds.logsEach, that of s3.GetObject, may log$`
		return err
	}
	return logsBefore(ctx, s, true) // want `^kinds.logsBefore, that of s3.GetObject$`
}

func logsByFunction(ctx context.Context, s store, report func(error)) error {
	err := s.get(ctx) // want `^store.get, that of s3.GetObject$`
	report(err)
	return err
}

func down(ctx context.Context, s store, n int) error {
	if n == 0 {
		return s.get(ctx) // want `^store.get, that of s3.GetObject$`
	}
	return down(ctx, s, n-1) // want `^kinds.down, that of s3.GetObject$`
}

func even(ctx context.Context, s store, n int) error {
	if n == 0 {
		return s.get(ctx) // want `^store.get, that of s3.GetObject$`
	}
	return odd(ctx, s, n-1) // want `^kinds.odd, that of s3.GetObject, may log$`
}

func odd(ctx context.Context, s store, n int) error {
	if n == 1 {
		log.Print("odd")
	}
	return even(ctx, s, n-1) // want `^kinds.even, that of s3.GetObject$`
}

func callsAll(ctx context.Context, s store) error {
	if err := logsDeeper(ctx, s); err != nil { // want `^kinds.logsDeeper, that of s3.GetObject, may log$`
		return err
	}
	return logsByFunction(ctx, s, func(error) {}) // want `^kinds.logsByFunction, that of s3.GetObject$`
}

func lost(ctx context.Context, s store, quiet bool) {
	err := s.get(ctx) // want `^store.get, that of s3.GetObject$`
	if !quiet {
		fmt.Println(err)
	}
	for range 3 {
		err = s.get(ctx) // want `^store.get, that of s3.GetObject lost$`
	}
}

func captured(ctx context.Context, s store) {
	err := s.get(ctx) // want `^store.get, that of s3.GetObject$`
	func() { fmt.Println(err) }()
	err = s.get(ctx) // want `^store.get, that of s3.GetObject pending$`
}

func read(ctx context.Context, s store) (err error) {
	err = s.get(ctx) // want `^store.get, that of s3.GetObject lost$`
	err = s.get(ctx) // want `^store.get, that of s3.GetObject$`
	return
}
