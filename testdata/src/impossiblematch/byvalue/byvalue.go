// Command byvalue asks for what the SDK returns by value, without what the operation requires.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/smithy-go"
)

func pointer(err error) bool {
	var invalid *smithy.InvalidParamsError
	return errors.As(err, &invalid) && invalid.Len() > 0 // want `^s3.GetObject or sqs.SendMessage returns smithy.InvalidParamsError by value, so \*smithy.InvalidParamsError never matches; match the value$`
}

func value(err error) bool {
	var invalid smithy.InvalidParamsError
	return errors.As(err, &invalid) && invalid.Len() > 0
}

func asserted(ctx context.Context, c *s3.Client) bool {
	_, err := c.GetObject(ctx, nil)
	_, ok := err.(*smithy.InvalidParamsError) // want `by value, so \*smithy.InvalidParamsError never matches`
	return ok
}

func profile(ctx context.Context) bool {
	_, err := config.LoadDefaultConfig(ctx, config.WithSharedConfigProfile("missing"))
	var missing *config.SharedConfigProfileNotExistError
	if errors.As(err, &missing) { // want `^config.LoadDefaultConfig returns config.SharedConfigProfileNotExistError by value, `
		return true
	}
	return false
}

func main() {
	ctx := context.Background()
	_, err := s3.New(s3.Options{Region: "eu-central-1"}).GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("bucket")})
	fmt.Println("s3:", pointer(err), value(err))
	_, err = sqs.New(sqs.Options{Region: "eu-central-1"}).SendMessage(ctx, &sqs.SendMessageInput{})
	fmt.Println("sqs:", pointer(err), value(err))
	fmt.Println("profile:", profile(ctx))
}
