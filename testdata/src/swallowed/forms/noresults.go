package forms

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func printsSize(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) {
	var n int64
	out, err := c.HeadObject(ctx, in)
	if err == nil {
		n = aws.ToInt64(out.ContentLength)
	}
	println(n)
}

func printsWhether(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) {
	there := true
	if _, err := c.HeadObject(ctx, in); err != nil {
		there = false
	}
	println(there)
}

func printsAnswer(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) {
	_, err := c.HeadObject(ctx, in)
	println(err == nil)
}

func laterByVariable(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, verbose bool) (int, error) {
	n := 0
	_, err := c.HeadObject(ctx, in)
	there := err == nil
	if verbose {
		println("asked")
	}
	if there {
		n = 1
	}
	return n, nil
}

func laterByVariableLost(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput, verbose bool) error {
	_, err := c.DeleteObject(ctx, in)
	gone := err == nil // want `^the error of s3.DeleteObject is swallowed; return or log it$`
	if verbose {
		println("asked")
	}
	if gone {
		println("deleted")
	}
	return nil
}
