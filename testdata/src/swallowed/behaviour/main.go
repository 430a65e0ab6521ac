// Command behaviour writes objects unless they exist, in two ways.
package main

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func exists(ctx context.Context, c *s3.Client, key string) (bool, error) {
	_, err := c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String("bucket"), Key: aws.String(key)})
	if err != nil { // want `swallowed`
		return false, nil
	}
	return true, nil
}

func write(ctx context.Context, c *s3.Client, key string) string {
	ok, err := exists(ctx, c, key)
	switch {
	case err != nil:
		return "failed"
	case ok:
		return "exists"
	}
	return "written"
}

func overwrite(ctx context.Context, c *s3.Client, key string) error {
	if _, err := c.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String("bucket"), Key: aws.String(key)}); err != nil { // want `does not exist`
		_, err := c.PutObject(ctx, &s3.PutObjectInput{Bucket: aws.String("bucket"), Key: aws.String(key)})
		return err
	}
	return nil
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		panic(err)
	}
	c := s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })
	for _, key := range []string{"there", "missing", "throttled"} {
		fmt.Println(key+":", write(ctx, c, key), overwrite(ctx, c, key) == nil)
	}
}
