package dotted

import (
	"context"
	"errors"; . "strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// The import shares its line, so that it would stay without a use.
func exists(ctx context.Context, client *dynamodb.Client, in *dynamodb.GetItemInput) bool {
	_, err := client.GetItem(ctx, in)
	if _, ok := errors.AsType[*types.InternalServerError](err); ok {
		return false
	}
	return err == nil || !Contains(err.Error(), "ResourceNotFoundException")
}
