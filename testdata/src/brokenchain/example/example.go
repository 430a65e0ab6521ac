package example

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

func save(ctx context.Context, client *dynamodb.Client, input *dynamodb.PutItemInput) error {
	if _, err := client.PutItem(ctx, input); err != nil {
		return fmt.Errorf("save order: %v", err) // want `^%v cuts the error of dynamodb.PutItem off, so errors.AsType at example.go:20 never matches it; use %w$`
	}
	return nil
}

func Create(ctx context.Context, client *dynamodb.Client, input *dynamodb.PutItemInput) error {
	if _, ok := errors.AsType[*types.ConditionalCheckFailedException](save(ctx, client, input)); ok {
		return nil // it is there already
	}
	return nil
}
