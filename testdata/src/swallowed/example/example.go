// Package example shows what the rule reports.
package example

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

func exists(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (bool, error) {
	if _, err := c.HeadObject(ctx, in); err != nil { // want `^the error of s3.HeadObject is swallowed; return it unless it is \*types.NotFound$`
		return false, nil
	}
	return true, nil
}

func isThere(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return err == nil // want `^every error of s3.HeadObject is treated as "does not exist"; check for \*types.NotFound and add an error result$`
}

func answer(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) (bool, error) {
	_, err := c.HeadBucket(ctx, in)
	return err == nil, nil // want `^every error of s3.HeadBucket is treated as "does not exist"; check for \*types.NotFound and return the rest$`
}

func remove(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	for _, in := range ins {
		_, err := c.DeleteObject(ctx, in)
		if err != nil { // want `^the error of s3.DeleteObject is swallowed; return or log it$`
			continue
		}
		fmt.Println("deleted", *in.Key)
	}
	return nil
}

func list(ctx context.Context, c *s3.Client, in *s3.ListObjectsV2Input) ([]types.Object, error) {
	var objects []types.Object
	pages := s3.NewListObjectsV2Paginator(c, in)
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil { // want `^the error of s3.ListObjectsV2 is swallowed; return or log it$`
			break
		}
		objects = append(objects, page.Contents...)
	}
	return objects, nil
}

func show(ctx context.Context, c *s3.Client, in *s3.ListBucketsInput) {
	out, err := c.ListBuckets(ctx, in)
	if err != nil { // want `^the error of s3.ListBuckets is swallowed; log it or pass it on$`
		return
	}
	fmt.Println(len(out.Buckets))
}
