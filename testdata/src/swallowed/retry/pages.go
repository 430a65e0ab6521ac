package retry

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func pagesOfEach(ctx context.Context, c *s3.Client, buckets []string, keys chan string) {
	for _, bucket := range buckets {
		var token *string
		for {
			page, err := c.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket, ContinuationToken: token})
			if err != nil { // want `^the error of s3.ListObjectsV2 is swallowed; log it or pass it on$`
				break
			}
			for _, o := range page.Contents {
				keys <- *o.Key
			}
			if token = page.NextContinuationToken; token == nil {
				break
			}
		}
	}
}

// The output is read whatever the error says: no attempt is repeated, it panics.
func emptyBranch(ctx context.Context, c *s3.Client, bucket string) []string {
	var keys []string
	pages := s3.NewListObjectsV2Paginator(c, &s3.ListObjectsV2Input{Bucket: &bucket})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil { // want `^the error of s3.ListObjectsV2 is swallowed; log it or add an error result$`
		}
		for _, o := range page.Contents {
			keys = append(keys, *o.Key)
		}
	}
	return keys
}

// Near misses.

func emptyBranchUntilItWorks(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) *s3.GetObjectOutput {
	for {
		out, err := c.GetObject(ctx, in)
		if err != nil {
		}
		if out != nil {
			return out
		}
	}
}

func pagesForEver(ctx context.Context, c *s3.Client, bucket string, keys, ticks chan string) {
	for {
		var token *string
		for {
			page, err := c.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &bucket, ContinuationToken: token})
			if err != nil {
				break
			}
			for _, o := range page.Contents {
				keys <- *o.Key
			}
			if token = page.NextContinuationToken; token == nil {
				break
			}
		}
		<-ticks
	}
}

func attemptsForEach(ctx context.Context, c *s3.Client, ins []*s3.PutObjectInput) error {
	for _, in := range ins {
		var err error
		for range 3 {
			_, err = c.PutObject(ctx, in)
			if err == nil {
				break
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
