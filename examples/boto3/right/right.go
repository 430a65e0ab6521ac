// Package right does in Go what programs in Python do with botocore's ClientError.
// docs/from-boto3.md explains it; package wrong has the usual wrong translations.
package right

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	cognito "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	cognitotypes "github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider/types"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamtypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// What callers tell apart.
var (
	ErrSignedOut = errors.New("the session is over, sign in again")
	ErrDenied    = errors.New("not allowed")
	ErrExists    = errors.New("exists already")
)

// SignOut ends all sessions of a user. The operation models NotAuthorizedException, so
// its type says what happened.
func SignOut(ctx context.Context, client *cognito.Client, token string) error {
	_, err := client.GlobalSignOut(ctx, &cognito.GlobalSignOutInput{AccessToken: &token})
	if _, ok := errors.AsType[*cognitotypes.NotAuthorizedException](err); ok {
		return ErrSignedOut
	}
	return err
}

// CreateUser creates a user. No operation of IAM models access denied, so there is no
// type for it, and the code says what happened. The special match stands before the
// general one.
func CreateUser(ctx context.Context, client *iam.Client, name string) error {
	_, err := client.CreateUser(ctx, &iam.CreateUserInput{UserName: &name})
	if _, ok := errors.AsType[*iamtypes.EntityAlreadyExistsException](err); ok {
		return ErrExists
	}
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		if apiErr.ErrorCode() == "AccessDenied" {
			return ErrDenied
		}
		return fmt.Errorf("create user %s: IAM answers %s: %w", name, apiErr.ErrorCode(), err)
	}
	return err // there was no answer
}

// Refresh gets new tokens. NotAuthorizedException has several causes here, which only
// its message tells apart, so type and message are matched.
func Refresh(ctx context.Context, client *cognito.Client, app, token string) (*cognitotypes.AuthenticationResultType, error) {
	out, err := client.InitiateAuth(ctx, &cognito.InitiateAuthInput{
		AuthFlow:       cognitotypes.AuthFlowTypeRefreshTokenAuth,
		ClientId:       &app,
		AuthParameters: map[string]string{"REFRESH_TOKEN": token},
	})
	if denied, ok := errors.AsType[*cognitotypes.NotAuthorizedException](err); ok &&
		strings.Contains(denied.ErrorMessage(), "Invalid Refresh Token") {
		return nil, ErrSignedOut
	}
	if err != nil {
		return nil, err
	}
	return out.AuthenticationResult, nil
}

// Exists reports whether there is an object. A HEAD answer has no body, so S3 has no
// chance to say NoSuchKey; what boto3 calls the code "404" is the type NotFound.
func Exists(ctx context.Context, client *s3.Client, bucket, key string) (bool, error) {
	_, err := client.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &key})
	if _, ok := errors.AsType[*s3types.NotFound](err); ok {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, nil
}

// Status returns the HTTP status that err comes with, and 500 for any other error. The
// SDK says 0 where there was no answer.
func Status(err error) int {
	if answer, ok := errors.AsType[*awshttp.ResponseError](err); ok && answer.HTTPStatusCode() >= http.StatusBadRequest {
		return answer.HTTPStatusCode()
	}
	return http.StatusInternalServerError
}

// Attrs returns what is known about err, for structured logs.
func Attrs(err error) []slog.Attr {
	attrs := []slog.Attr{slog.String("error", err.Error()), slog.String("type", fmt.Sprintf("%T", cause(err)))}
	if op, ok := errors.AsType[*smithy.OperationError](err); ok {
		attrs = append(attrs, slog.String("operation", op.Service()+"."+op.Operation()))
	}
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		attrs = append(attrs, slog.String("code", apiErr.ErrorCode()), slog.String("message", apiErr.ErrorMessage()))
	}
	if answer, ok := errors.AsType[*awshttp.ResponseError](err); ok {
		attrs = append(attrs, slog.Int("status", answer.HTTPStatusCode()), slog.String("request_id", answer.ServiceRequestID()))
	}
	return attrs
}

// cause returns the innermost error of the chain.
func cause(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}
