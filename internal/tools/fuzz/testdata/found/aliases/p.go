package aliases

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Fixes of two rules import two packages called types.
func groups(ctx context.Context, c *cloudwatchlogs.Client) error {
	out, err := c.DescribeLogGroups(ctx, &cloudwatchlogs.DescribeLogGroupsInput{})
	if err != nil {
		return fmt.Errorf("groups: %w", err)
	}
	for i := range out.LogGroups {
		fmt.Println(i)
	}
	return nil
}

func object(ctx context.Context, c *s3.Client) error {
	_, err := c.GetObject(ctx, nil)
	if err != nil {
		if strings.Contains(err.Error(), "NoSuchKey") {
			return nil
		}
		return fmt.Errorf("object: %w", err)
	}
	return nil
}
