// Package forms has the ways in which code touches an output too early.
package forms

import (
	"context"
	"errors"
	"log"
	"log/slog"

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
	return *out.ETag // want `although its error may not be nil`
}

func loggedByHelper(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		warn(err)
	}
	return *out.ETag // want `although its error may not be nil`
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
	return *out.ETag, nil // want `although its error may not be nil`
}
