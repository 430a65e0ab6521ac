package silent

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// teardown serves tests, as its import tells.
func teardown(t testing.TB, c *s3.Client, in *s3.DeleteObjectInput) {
	t.Cleanup(func() { c.DeleteObject(context.Background(), in) })
}
