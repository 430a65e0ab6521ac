package results

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// What the match declares would hide a result that a return without results needs.
func size(ctx context.Context, c *s3.Client) (n int64, ok bool) {
	out, err := c.HeadObject(ctx, nil)
	if err != nil {
		if strings.Contains(err.Error(), "404") {
			return
		}
		fmt.Println(err)
		return 0, false
	}
	return *out.ContentLength, true
}
