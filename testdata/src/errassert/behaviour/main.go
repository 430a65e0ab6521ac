// Program behaviour shows what assertions come to when a real client gets the answer of S3.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func main() {
	server := serve()
	defer server.Close()
	client := s3.New(s3.Options{
		Region:       "eu-central-1",
		BaseEndpoint: aws.String(server.URL),
		UsePathStyle: true,
		Credentials:  credentials.NewStaticCredentialsProvider("id", "secret", ""),
		Retryer:      aws.NopRetryer{},
	})
	_, err := client.GetObject(context.Background(), &s3.GetObjectInput{Bucket: aws.String("b"), Key: aws.String("k")})

	if _, ok := err.(*types.NoSuchKey); ok { // want `wraps \*types.NoSuchKey`
		fmt.Println("asserted")
	}
	switch e := err.(type) { // want `wraps \*types.InvalidObjectState`
	case *types.InvalidObjectState, *types.NoSuchKey:
		fmt.Println("switched")
	case smithy.APIError:
		fmt.Println("switched to", e.ErrorCode())
	}
	if errors.Is(err, &types.NoSuchKey{}) { // want `new \*types.NoSuchKey`
		fmt.Println("compared")
	}
}
