// Package example shows what the rule reports.
package example

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type store struct {
	db  *dynamodb.Client
	s3  *s3.Client
	iam *iam.Client
}

var errExists = errors.New("exists")

func (s *store) create(ctx context.Context, in *dynamodb.PutItemInput) error {
	_, err := s.db.PutItem(ctx, in)
	if err != nil {
		if strings.Contains(err.Error(), "ConditionalCheckFailedException") { // want `^the error of dynamodb.PutItem is matched by its text; match \*types.ConditionalCheckFailedException$`
			return errExists
		}
		return fmt.Errorf("create: %w", err)
	}
	return nil
}

func (s *store) exists(ctx context.Context, in *s3.HeadObjectInput) (bool, error) {
	_, err := s.s3.HeadObject(ctx, in)
	if err != nil && strings.Contains(err.Error(), "NoSuchKey") { // want `^the error of s3.HeadObject is matched by its text; match \*types.NotFound$`
		return false, nil
	}
	return err == nil, err
}

func (s *store) allowed(ctx context.Context, in *iam.CreateUserInput) bool {
	_, err := s.iam.CreateUser(ctx, in)
	return err == nil || !strings.Contains(err.Error(), "AccessDenied") // want `^the error of iam.CreateUser is matched by its text; match smithy.APIError with code "AccessDenied"$`
}

func (s *store) user(ctx context.Context, in *iam.GetUserInput) error {
	_, err := s.iam.GetUser(ctx, in)
	if err != nil {
		switch {
		case strings.Contains(err.Error(), "NoSuchEntityException"): // want `^the error of iam.GetUser is matched by its text; match \*types.NoSuchEntityException$`
			return nil
		case strings.HasPrefix(err.Error(), "StatusCode: 404"): // want `^the error of iam.GetUser is matched by its text; match \*awshttp.ResponseError with HTTPStatusCode\(\) 404$`
			return nil
		}
	}
	return err
}

func (s *store) role(ctx context.Context, in *iam.GetRoleInput) (bool, error) {
	_, err := s.iam.GetRole(ctx, in)
	if err != nil && strings.Contains(err.Error(), "cannot be found") { // want `^the error of iam.GetRole is matched by its text; match \*types.NoSuchEntityException$`
		return false, nil
	}
	return err == nil, err
}
