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

// Near misses.

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
