package fixes

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// The import stays, since one of its two uses does.
func both(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	//awserrlint:ignore errstring what the proxy answers is text
	if strings.Contains(err.Error(), "InvalidObjectState") {
		return true
	}
	return strings.Contains(err.Error(), "NoSuchKey") // want `match \*types.NoSuchKey`
}
