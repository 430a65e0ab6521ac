package shadowed

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

var errFailed = errors.New("failed")

// What the call declares hides what its check needs.
func save(ctx context.Context, c *dynamodb.Client) error {
	fmt, _ := c.PutItem(ctx, nil)
	sink(fmt.Attributes)
	return errFailed
}

func send(ctx context.Context, c *sqs.Client, flag bool) error {
	switch {
	case flag:
		_, len := c.SendMessageBatch(ctx, nil)
		if len != nil {
			return fmt.Errorf("send: %w", len)
		}
	default:
	}
	return nil
}

func sink(any) {}
