package lib

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func Put(ctx context.Context, c *s3.Client) error {
	_, err := c.PutObject(ctx, nil) // want `^s3.PutObject$`
	return err
}

func Logs(ctx context.Context, c *s3.Client) error {
	if err := Put(ctx, c); err != nil { // want `^lib.Put, that of s3.PutObject$`
		log.Print(err)
		return err
	}
	return nil
}

func None() error { return nil }
