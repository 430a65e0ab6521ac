package silent

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func ignored(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) {
	//awserrlint:ignore discarded the object is only a cache
	c.DeleteObject(ctx, in)

	c.DeleteObject(ctx, in) //awserrlint:ignore discarded the object is only a cache

	//awserrlint:ignore swallowed,discarded the object is only a cache
	_, _ = c.DeleteObject(ctx, &s3.DeleteObjectInput{
		Bucket: in.Bucket,
	})

	//lint:ignore discarded the object is only a cache
	c.DeleteObject(ctx, in)

	c.DeleteObject(ctx, in) //nolint:awserrlint
	c.DeleteObject(ctx, in) //nolint:errcheck,awserrlint // only a cache
	c.DeleteObject(ctx, in) //nolint

	//nolint:awserrlint
	if in != nil {
		c.DeleteObject(ctx, in)
	}

	stubClient{}.DeleteObject(ctx, in)
}
