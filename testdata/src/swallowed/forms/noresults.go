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
