package comments

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// The fixes of these would take a comment away.
func both(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	if strings.Contains(err.Error( /* c1 */ ), "InvalidObjectState") {
		return true
	}
	return strings.Contains(err.Error() /* c2 */, "NoSuchKey") /* c3 */
}
