// Command behaviour gets an object that does not exist.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func describe(ctx context.Context, client *s3.Client) string {
	_, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("bucket"), Key: aws.String("key")})
	var apiErr smithy.APIError
	var noSuchKey *types.NoSuchKey
	switch {
	case errors.As(err, &apiErr):
		return "failed: " + apiErr.ErrorCode()
	case errors.As(err, &noSuchKey): // want `swap the two`
		return "no such object"
	}
	return "found"
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		panic(err)
	}
	fmt.Println(describe(ctx, s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })))
}
