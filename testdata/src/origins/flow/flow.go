package flow

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"golang.org/x/sync/errgroup"
)

func match(err error)     {}
func text(s string)       {}
func work() error         { return errors.New("work") }
func other() (int, error) { return 0, nil }

type client struct {
	s3  *s3.Client
	sqs *sqs.Client
	err error
}

var ctx = context.Background()

func (c *client) direct() {
	_, err := c.s3.GetObject(ctx, nil)
	match(err) // want `^s3.GetObject$`
	err = fmt.Errorf("get: %w", err)
	match(err)                        // want `^s3.GetObject wrapped$`
	match(errors.Join(err, work()))   // want `^s3.GetObject wrapped$`
	match(fmt.Errorf("get: %v", err)) // want `^none$`
	match(errors.Unwrap(err))         // want `^s3.GetObject wrapped bare$`
	_, err = other()
	match(err)        // want `^none$`
	text(err.Error()) // want `^none$`
}

func (c *client) branches(n int) {
	var err error
	if n == 0 {
		_, err = c.s3.GetObject(ctx, nil)
	} else {
		_, err = c.s3.HeadObject(ctx, nil)
	}
	match(err) // want `^s3.GetObject or s3.HeadObject$`
}

func (c *client) parsed(data []byte) (err error) {
	if err = json.Unmarshal(data, c); err == nil {
		_, err = c.s3.GetObject(ctx, nil)
	}
	match(err) // want `^s3.GetObject$`
	return err
}

func (c *client) read(f *os.File) {
	_, err := c.s3.GetObject(ctx, nil)
	if err == nil {
		_, err = f.Read(nil)
	}
	match(err) // want `^s3.GetObject unknown$`
}

func (c *client) get() (*s3.GetObjectOutput, error) {
	out, err := c.s3.GetObject(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("get: %w", err)
	}
	return out, nil
}

func (c *client) both() error {
	if _, err := c.get(); err != nil {
		return err
	}
	_, err := c.sqs.SendMessage(ctx, nil)
	return err
}

func (c *client) summaries() {
	match(c.both()) // want `^s3.GetObject or sqs.SendMessage wrapped$`
}

func wrap(err error) error { return fmt.Errorf("wrapped: %w", err) }

func identity[E error](err E) E { return err }

func (c *client) passesThrough() {
	_, err := c.s3.GetObject(ctx, nil)
	match(wrap(err))     // want `^s3.GetObject wrapped$`
	match(identity(err)) // want `^s3.GetObject$`
	match(must(err))     // want `^s3.GetObject$`
}

func must(err error) error { return err }

func even(c *client, n int) error {
	if n == 0 {
		_, err := c.s3.GetObject(ctx, nil)
		return err
	}
	return odd(c, n-1)
}

func odd(c *client, n int) error {
	if n == 1 {
		_, err := c.s3.PutObject(ctx, nil)
		return err
	}
	return even(c, n-1)
}

func (c *client) recursion() {
	match(even(c, 1)) // want `^s3.GetObject or s3.PutObject$`
	match(odd(c, 1))  // want `^s3.GetObject or s3.PutObject$`
}

func (c *client) closures() {
	var err error
	func() {
		_, err = c.s3.GetObject(ctx, nil)
	}()
	match(err) // want `^s3.GetObject$`
	get := func() error {
		_, err := c.s3.HeadObject(ctx, nil)
		return err
	}
	match(get()) // want `^s3.HeadObject$`
}

func retry(n int, f func() error) error {
	var err error
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return fmt.Errorf("gave up: %w", err)
}

func (c *client) retries() {
	err := retry(3, func() error {
		_, err := c.s3.GetObject(ctx, nil)
		return err
	})
	match(err) // want `^s3.GetObject wrapped$`
}

func (c *client) group() {
	var g errgroup.Group
	g.Go(func() error {
		_, err := c.s3.GetObject(ctx, nil)
		return err
	})
	g.Go(work)
	match(g.Wait()) // want `^s3.GetObject$`
	g2, ctx := errgroup.WithContext(ctx)
	g2.Go(func() error {
		_, err := c.s3.HeadObject(ctx, nil)
		return err
	})
	match(g2.Wait()) // want `^s3.HeadObject$`
}

func (c *client) channel() {
	errs := make(chan error, 1)
	go func() {
		_, err := c.s3.GetObject(ctx, nil)
		errs <- err
	}()
	match(<-errs) // want `^s3.GetObject unknown$`
	for err := range errs {
		match(err) // want `^s3.GetObject unknown$`
	}
	select {
	case err := <-errs:
		match(err) // want `^s3.GetObject unknown$`
	default:
	}
}

type result struct {
	key string
	err error
}

func (c *client) structs() {
	_, err := c.s3.CopyObject(ctx, nil)
	r := result{err: err}
	match(r.err) // want `^s3.CopyObject$`
	for _, r := range []*result{{err: err}} {
		match(r.err) // want `^s3.CopyObject$`
	}
	_, c.err = c.s3.GetObject(ctx, nil)
	match(c.err) // want `^s3.GetObject$`
}

func (c *client) containers() {
	var errs []error
	_, err := c.s3.GetObject(ctx, nil)
	errs = append(errs, err)
	match(errs[0]) // want `^s3.GetObject$`
	for _, err := range errs {
		match(err) // want `^s3.GetObject$`
	}
	match(errors.Join(errs...)) // want `^s3.GetObject wrapped$`
	byKey := map[string]error{}
	byKey["a"] = err
	match(byKey["a"]) // want `^s3.GetObject$`
	for _, err := range byKey {
		match(err) // want `^s3.GetObject$`
	}
}

type opError struct {
	op  string
	err error
}

func (e *opError) Error() string { return e.op + e.err.Error() }
func (e *opError) Unwrap() error { return e.err }

type hidden struct{ err error }

func (h hidden) Error() string { return h.err.Error() }

func newOpError(err error) *opError { return &opError{"op", err} }

func (c *client) carriers() {
	_, err := c.s3.GetObject(ctx, nil)
	match(&opError{"get", err}) // want `^s3.GetObject wrapped$`
	match(newOpError(err))      // want `^s3.GetObject wrapped$`
	match(hidden{err})          // want `^none$`
}

func (c *client) named() (err error) {
	defer func() {
		match(err) // want `^s3.GetObject$`
	}()
	_, err = c.s3.GetObject(ctx, nil)
	return err
}

func helper(err error) {
	match(err) // want `^s3.GetObject or s3.HeadObject$`
}

// Helper can be called from other packages.
func Helper(err error) {
	match(err) // want `^s3.GetObject unknown$`
}

func (c *client) callsHelper() {
	_, err := c.s3.GetObject(ctx, nil)
	helper(err)
	Helper(err)
	_, err = c.s3.HeadObject(ctx, nil)
	helper(err)
}

func (c *client) texts() {
	_, err := c.s3.GetObject(ctx, nil)
	text(err.Error())                     // want `^s3.GetObject$`
	text(strings.ToLower(err.Error()))    // want `^s3.GetObject$`
	text(fmt.Sprint(err))                 // want `^s3.GetObject$`
	text(fmt.Sprintf("%s!", err))         // want `^s3.GetObject$`
	text(fmt.Sprintf("%s!", err.Error())) // want `^s3.GetObject$`
	msg := err.Error()
	if len(msg) > 10 {
		msg = msg[:10]
	}
	text(msg) // want `^s3.GetObject$`
	text("x") // want `^none$`
}
