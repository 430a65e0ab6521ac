// Package forms has the ways in which code touches an output too early.
package forms

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

func method(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) error {
	out, err := c.SelectObjectContent(ctx, in)
	defer out.GetStream().Close() // want `^output of s3.SelectObjectContent is used before its error is checked`
	return err
}

func copied(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (s3.HeadObjectOutput, error) {
	out, err := c.HeadObject(ctx, in)
	return *out, err // want `^output of s3.HeadObject is used before its error is checked`
}

func page(ctx context.Context, p *dynamodb.QueryPaginator) (n int) {
	for p.HasMorePages() {
		page, err := p.NextPage(ctx)
		n += len(page.Items) // want `^output of dynamodb.Query is used before its error is checked`
		if err != nil {
			log.Print(err)
		}
	}
	return n
}

func presigned(ctx context.Context, c *s3.PresignClient, in *s3.GetObjectInput) (string, error) {
	req, err := c.PresignGetObject(ctx, in)
	return req.URL, err // want `^output of s3.PresignGetObject is used before its error is checked`
}

func onOnePath(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, verbose bool) error {
	out, err := c.HeadObject(ctx, in)
	if verbose {
		log.Print(*out.ETag) // want `^output of s3.HeadObject is used before its error is checked`
	}
	return err
}

func inClosureToo(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (func() string, error) {
	out, err := c.HeadObject(ctx, in)
	etag := *out.ETag // want `^output of s3.HeadObject is used before its error is checked`
	return func() string { return etag + *out.ETag }, err
}

func bothInSwitch(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	var missing *types.NotFound
	switch {
	case errors.As(err, &missing):
		return ""
	case err != nil:
		slog.Error("head", "err", err)
	}
	return *out.ETag // want `is used even if the call has failed`
}

func loggedByHelper(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		warn(err)
	}
	return *out.ETag // want `is used even if the call has failed`
}

func warn(err error) {
	if errors.Is(err, context.Canceled) {
		log.Print("canceled")
		return
	}
	log.Print(err)
}

func matchedOnly(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	var missing *types.NotFound
	out, err := c.HeadObject(ctx, in)
	if err != nil && errors.As(err, &missing) {
		log.Print("missing")
	} else if err != nil {
		return "", err
	}
	return *out.ETag, nil // want `is used even if the call has failed`
}

func etag(out *s3.HeadObjectOutput) string {
	if out.ETag == nil {
		return ""
	}
	return *out.ETag
}

func inHelper(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	out, err := c.HeadObject(ctx, in)
	return etag(out), err // want `^etag dereferences the output of s3.HeadObject before its error is checked; check the error first$`
}

func inHelperBelow(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		log.Print(err)
	}
	return etag(out) // want `^etag dereferences the output of s3.HeadObject even if the call has failed, which panics`
}

type printer struct{ verbose bool }

func (p printer) describe(what string, out *s3.HeadObjectOutput) {
	if p.verbose {
		log.Print(what)
	}
	p.show(what, out)
}

func (p printer) show(what string, out *s3.HeadObjectOutput) {
	log.Print(what, etag(out))
}

func inMethod(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, p printer) error {
	out, err := c.HeadObject(ctx, in)
	p.describe("object", out) // want `^describe dereferences the output of s3.HeadObject before its error is checked`
	return err
}

func inDeferred(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, p printer) error {
	out, err := c.HeadObject(ctx, in)
	defer p.show("object", out) // want `^show dereferences the output of s3.HeadObject before its error is checked`
	if err != nil {
		return err
	}
	return nil
}

func inGoroutine(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, p printer) error {
	out, err := c.HeadObject(ctx, in)
	go p.show("object", out) // want `^show dereferences the output of s3.HeadObject before its error is checked`
	return err
}

func onlyExits(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, p printer) {
	out, err := c.HeadObject(ctx, in)
	defer p.show("object", out)
	if err != nil {
		os.Exit(1)
	}
}
