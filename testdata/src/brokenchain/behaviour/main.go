// Program behaviour shows which matches find the error of a real client, and that texts stay the same.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

var errGet = errors.New("get")

type getError struct {
	Key string
	Err error
}

func (e *getError) Error() string { return e.Key + ": " + e.Err.Error() }

// call asks the error of a call that is put into others.
func call(ctx context.Context, client *s3.Client) {
	_, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("b"), Key: aws.String("k")})
	for _, err := range []error{
		fmt.Errorf("100%% of %s: %v", "k", err),    // want `%v cuts`
		fmt.Errorf("%w: %+v", errGet, err),         // want `%\+v cuts`
		errors.New("100% of k: " + err.Error()),    // want `errors.New cuts`
		errors.New(fmt.Sprintf("get: %[1]v", err)), // want `errors.New cuts`
		&getError{"k", err},                        // want `\*main.getError has no Unwrap`
	} {
		var noSuchKey *types.NoSuchKey
		var apiErr smithy.APIError
		var response *awshttp.ResponseError
		fmt.Println(errors.As(err, &noSuchKey), errors.As(err, &apiErr), errors.As(err, &response), errors.Is(err, context.Canceled), err)
	}
}

func main() {
	client := s3.New(s3.Options{
		Region:       "eu-central-1",
		BaseEndpoint: aws.String(os.Getenv("AWS_ENDPOINT_URL")),
		UsePathStyle: true,
		Credentials:  credentials.NewStaticCredentialsProvider("id", "secret", ""),
		Retryer:      aws.NopRetryer{},
	})
	ctx, cancel := context.WithCancel(context.Background())
	call(ctx, client)
	cancel()
	call(ctx, client)
}
