package imports

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

func ended(ctx context.Context, client *dynamodb.Client) bool {
	return errors.Is(put(ctx, client), context.Canceled)
}
