// Package names uses the error types of several services.
package names

import (
	"context"
	"errors"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	iamTypes "github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

// The file has a name for the types of IAM.
func createUser(ctx context.Context, c *iam.Client, in *iam.CreateUserInput) (*iamTypes.User, error) {
	out, err := c.CreateUser(ctx, in)
	if err != nil && strings.Contains(err.Error(), "EntityAlreadyExists") { // want `match \*iamTypes.EntityAlreadyExistsException$`
		return nil, nil
	}
	return out.User, err
}

// The file has none for those of DynamoDB, where types would mean those of SQS.
func createTable(ctx context.Context, c *dynamodb.Client, in *dynamodb.CreateTableInput) error {
	_, err := c.CreateTable(ctx, in)
	if err != nil && strings.Contains(err.Error(), "ResourceInUseException") { // want `match \*dynamodbtypes.ResourceInUseException$`
		return nil
	}
	return err
}

func receive(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) error {
	_, err := c.ReceiveMessage(ctx, in)
	if _, ok := errors.AsType[*types.OverLimit](err); ok {
		return nil
	}
	if err != nil && strings.Contains(err.Error(), "QueueDoesNotExist") { // want `match \*types.QueueDoesNotExist$`
		return nil
	}
	return err
}
