// Package shared keeps errors where several functions see them: in variables of the package, in fields and in channels.
package shared

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func match(err error) {}

var ctx = context.Background()

var (
	last       error
	never      error
	Last       error
	ErrStopped error
	errs       = make(chan error)
)

func set(c *s3.Client) {
	_, last = c.GetObject(ctx, nil)
	_, Last = c.HeadObject(ctx, nil)
	_, ErrStopped = c.PutObject(ctx, nil)
}

func variables() {
	match(last)             // want `^s3.GetObject$`
	match(never)            // want `^none$`
	match(Last)             // want `^s3.HeadObject unknown$`
	match(ErrStopped)       // want `^s3.PutObject$`
	match(context.Canceled) // want `^none$`
}

func local() {
	last := errors.New("not the variable of the package")
	match(last) // want `^none$`
}

type job struct {
	err   error
	Err   error
	unset error
}

func (j *job) run(c *s3.Client) {
	_, j.err = c.GetObject(ctx, nil)
	_, j.Err = c.HeadObject(ctx, nil)
}

func (j *job) fields() {
	match(j.err)   // want `^s3.GetObject$`
	match(j.Err)   // want `^s3.HeadObject unknown$`
	match(j.unset) // want `^none$`
}

func byValue(j job) {
	match(j.err) // want `^s3.GetObject$`
}

type outer struct{ job }

func (o *outer) embedded() {
	match(o.err) // want `^s3.GetObject$`
}

func send(c *s3.Client) {
	_, err := c.GetObject(ctx, nil)
	errs <- err
}

func receive() {
	match(<-errs) // want `^s3.GetObject unknown$`
}

type result struct{ err error }

func results(c *s3.Client) {
	ch := make(chan result, 1)
	_, err := c.CopyObject(ctx, nil)
	ch <- result{err}
	match((<-ch).err) // want `^s3.CopyObject$`
}
