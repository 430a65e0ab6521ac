// Package wrong has the usual wrong translations of Python programs. It compiles, and
// awserrlint says what does not work; package right is the right translation.
package wrong

import (
	"context"
	"errors"
	"fmt"
	"strings"

	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	cognitotypes "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
)

var (
	ErrSignedOut = errors.New("the session is over, sign in again")
	ErrDenied    = errors.New("not allowed")
	ErrExists    = errors.New("exists already")
)

// except ClientError as e: if e.response["Error"]["Code"] == "NotAuthorizedException"
func SignOut(ctx context.Context, client *cognito.Client, token string) error {
	_, err := client.GlobalSignOut(ctx, &cognito.GlobalSignOutInput{AccessToken: &token})
	if err != nil && strings.Contains(err.Error(), "NotAuthorizedException") {
		return ErrSignedOut
	}
	return err
}

// if e.response["Error"]["Code"] == "AccessDenied"
func CreateUser(ctx context.Context, client *iam.Client, name string) error {
	_, err := client.CreateUser(ctx, &iam.CreateUserInput{UserName: &name})
	if err != nil && strings.Contains(err.Error(), "AccessDenied") {
		return ErrDenied
	}
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		if apiErr.ErrorCode() == "EntityAlreadyExistsException" {
			return ErrExists
		}
		return fmt.Errorf("create user %s: IAM answers %s: %w", name, apiErr.ErrorCode(), err)
	}
	return err
}

// if code == "NotAuthorizedException" and "Invalid Refresh Token" in str(e)
func Refresh(ctx context.Context, client *cognito.Client, app, token string) (*cognitotypes.AuthenticationResultType, error) {
	out, err := client.InitiateAuth(ctx, &cognito.InitiateAuthInput{
		AuthFlow:       cognitotypes.AuthFlowTypeRefreshTokenAuth,
		ClientId:       &app,
		AuthParameters: map[string]string{"REFRESH_TOKEN": token},
	})
	if err != nil && strings.Contains(err.Error(), "NotAuthorizedException") && strings.Contains(err.Error(), "Invalid Refresh Token") {
		return nil, ErrSignedOut
	}
	if err != nil {
		return nil, err
	}
	return out.AuthenticationResult, nil
}

// if e.response["Error"]["Code"] == "404"
func Exists(ctx context.Context, client *s3.Client, bucket, key string) (bool, error) {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &key})
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok && apiErr.ErrorCode() == "404" {
		return false, nil
	}
	return err == nil, err
}

// except ClientError: return False
func readable(ctx context.Context, client *s3.Client, bucket, key string) bool {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &key})
	return err == nil
}

// try: client.delete_object(...) except ClientError: pass
func remove(ctx context.Context, client *s3.Client, bucket, key string) error {
	_, _ = client.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &key})
	return nil
}
