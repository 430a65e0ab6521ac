// Package wrong has the usual wrong translations of Python programs. It compiles, and
// awserrlint says what does not work; package right is the right translation.
package wrong

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

var (
	errSignedOut = errors.New("the session is over, sign in again")
	errDenied    = errors.New("not allowed")
	errExists    = errors.New("exists already")
)

// except ClientError as e: if e.response["Error"]["Code"] == "NotAuthorizedException"
func signOut(ctx context.Context, client *cognito.Client, token string) error {
	_, err := client.GlobalSignOut(ctx, &cognito.GlobalSignOutInput{AccessToken: &token})
	if err != nil && strings.Contains(err.Error(), "NotAuthorizedException") {
		return errSignedOut
	}
	return err
}

// if e.response["Error"]["Code"] == "AccessDenied"
func createUser(ctx context.Context, client *iam.Client, name string) error {
	_, err := client.CreateUser(ctx, &iam.CreateUserInput{UserName: &name})
	if err != nil && strings.Contains(err.Error(), "AccessDenied") {
		return errDenied
	}
	return err
}

// except client.exceptions.EntityAlreadyExistsException after except ClientError
func createUserOnce(ctx context.Context, client *iam.Client, name string) error {
	_, err := client.CreateUser(ctx, &iam.CreateUserInput{UserName: &name})
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return fmt.Errorf("IAM answers %s: %w", apiErr.ErrorCode(), err)
	}
	var exists *iamtypes.EntityAlreadyExistsException
	if errors.As(err, &exists) {
		return errExists
	}
	return err
}

// if e.response["Error"]["Code"] == "404"
func exists(ctx context.Context, client *s3.Client, bucket, key string) (bool, error) {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &key})
	var missing *s3types.NoSuchKey
	if errors.As(err, &missing) {
		return false, nil
	}
	return err == nil, err
}

// except ClientError: return False
func readable(ctx context.Context, client *s3.Client, bucket, key string) bool {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &key})
	return err == nil
}

// e.response["ResponseMetadata"]["HTTPStatusCode"]
func status(ctx context.Context, client *s3.Client, bucket string) int {
	_, err := client.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket})
	if answer, ok := err.(*awshttp.ResponseError); ok {
		return answer.HTTPStatusCode()
	}
	return http.StatusOK
}

// try: client.delete_object(...) except ClientError: pass
func remove(ctx context.Context, client *s3.Client, bucket, key string) error {
	_, _ = client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &key})
	return nil
}
