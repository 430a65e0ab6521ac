package dotted

import (
	"context"
	"fmt"
	. "strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// A fix would take the last use of what is imported with a dot away.
func load(ctx context.Context, c *dynamodb.Client) error {
	_, err := c.GetItem(ctx, nil)
	if err != nil {
		if Contains(err.Error(), "ResourceNotFoundException") {
			return nil
		}
		return fmt.Errorf("load: %w", err)
	}
	return nil
}
