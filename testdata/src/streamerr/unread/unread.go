// Package unread gets objects whose bodies nothing takes.
package unread

import (
	"context"
	"errors"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type getter interface {
	GetObject(context.Context, *s3.GetObjectInput, ...func(*s3.Options)) (*s3.GetObjectOutput, error)
}

func exists(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (bool, error) {
	_, err := c.GetObject(ctx, in) // want `warning: ^the body of s3.GetObject is never closed, so its connection stays open; close it$`
	if nsk, ok := errors.AsType[*types.NoSuchKey](err); ok && nsk != nil {
		return false, nil
	}
	return err == nil, err
}

func allowed(ctx context.Context, c getter, in *s3.GetObjectInput) error {
	if _, err := c.GetObject(ctx, in); err != nil { // want `warning: never closed`
		return err
	}
	return nil
}

func size(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (int64, error) {
	out, err := c.GetObject(ctx, in) // want `warning: never closed`
	if err != nil {
		return 0, err
	}
	return aws.ToInt64(out.ContentLength), nil
}

func etags(ctx context.Context, c *s3.Client, ins []*s3.GetObjectInput) (tags []string, _ error) {
	for _, in := range ins {
		var out *s3.GetObjectOutput
		var err error
		if out, err = c.GetObject(ctx, in); err != nil || out == nil { // want `warning: never closed`
			return nil, err
		}
		tags = append(tags, aws.ToString(out.ETag))
	}
	return tags, nil
}

func inClosure(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) func() error {
	return func() error {
		_, err := c.GetObject(ctx, in) // want `warning: never closed`
		return err
	}
}

// The bodies below are closed, are read until they end, or may be.

func closed(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (int64, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return 0, err
	}
	defer out.Body.Close()
	return aws.ToInt64(out.ContentLength), nil
}

func read(ctx context.Context, c getter, in *s3.GetObjectInput) ([]byte, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func closedByOther(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return err
	}
	return finish(out)
}

func finish(out *s3.GetObjectOutput) error { return out.Body.Close() }

func handed(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	return c.GetObject(ctx, in)
}

type object struct{ out *s3.GetObjectOutput }

func (o *object) open(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (err error) {
	o.out, err = c.GetObject(ctx, in)
	return err
}

func sent(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, outs chan<- *s3.GetObjectOutput) error {
	out, err := c.GetObject(ctx, in)
	if err == nil {
		outs <- out
	}
	return err
}

func copied(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (s3.GetObjectOutput, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return s3.GetObjectOutput{}, err
	}
	return *out, nil
}

func closedInClosure(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (int64, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return 0, err
	}
	defer func() { _ = out.Body.Close() }()
	return aws.ToInt64(out.ContentLength), nil
}

func withoutBody(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) error {
	_, err := c.HeadObject(ctx, in)
	return err
}

func retried(ctx context.Context, c getter, in *s3.GetObjectInput) (body io.ReadCloser, err error) {
	var out *s3.GetObjectOutput
	for range 3 {
		if out, err = c.GetObject(ctx, in); err == nil {
			body = out.Body
			break
		}
	}
	return body, err
}

type cache map[string]*s3.GetObjectOutput

func (c cache) fill(ctx context.Context, client *s3.Client, in *s3.GetObjectInput) error {
	out, err := client.GetObject(ctx, in)
	if err != nil {
		return err
	}
	c[*in.Key] = out
	return nil
}
