package together

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// The first match takes the last use of package strings away but for one in a statement that another fix moves.
func first(ctx context.Context, c *s3.Client) (any, error) {
	_, err := c.DeleteObject(ctx, nil)
	if err != nil {
		if strings.Contains(err.Error(), "NoSuchKey") {
			return nil, nil
		}
		return nil, fmt.Errorf("first: %w", err)
	}
	return nil, nil
}

func second(ctx context.Context, c *s3.Client) (any, error) {
	out, err := c.GetObject(ctx, nil)
	fmt.Println(out.Body)
	if err != nil {
		if strings.Contains(strings.ToLower(err.Error()), "accessdenied") {
			return nil, nil
		}
		return nil, fmt.Errorf("second: %w", err)
	}
	return nil, nil
}
