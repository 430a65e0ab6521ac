package silent

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/stretchr/testify/require"
)

func asserted(ctx context.Context, t *testing.T, c *s3.Client, in *s3.HeadObjectInput) {
	out, err := c.HeadObject(ctx, in)
	require.NoError(t, err)
	require.NotNil(t, out.ETag)
}

func recorded(ctx context.Context, t *testing.T, c *s3.Client, in *s3.HeadObjectInput) {
	out, err := c.HeadObject(ctx, in)
	t.Log(*out.ETag, err)
}
