package negated

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// The errors that are lost are those of the branch, not those below it.
func remove(ctx context.Context, c *s3.Client) error {
	out, err := c.GetObject(ctx, nil)
	if err != nil {
		if _, ok := errors.AsType[*types.NoSuchKey](err); !ok {
			return nil
		}
		return fmt.Errorf("remove: %w", err)
	}
	return out.Body.Close()
}
