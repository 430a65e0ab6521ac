// Command behaviour asks for an object that does not exist, and for a user.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func objectExists(ctx context.Context, client *s3.Client) (bool, error) {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: aws.String("bucket"), Key: aws.String("key")})
	var missing *types.NoSuchKey
	if errors.As(err, &missing) { // want `match \*types.NotFound`
		return false, nil
	}
	return err == nil, err
}

func userExists(ctx context.Context, client *iam.Client) (bool, error) {
	_, err := client.GetUser(ctx, &iam.GetUserInput{UserName: aws.String("user")})
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchEntityException" { // want `compare with "NoSuchEntity"`
		return false, nil
	}
	return err == nil, err
}

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		panic(err)
	}
	exists, err := objectExists(ctx, s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true }))
	fmt.Println("object:", exists, err != nil)
	exists, err = userExists(ctx, iam.NewFromConfig(cfg))
	fmt.Println("user:", exists, err != nil)
}
