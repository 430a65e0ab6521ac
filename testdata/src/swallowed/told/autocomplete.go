package told

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func printBuckets(ctx context.Context, c *s3.Client) {
	out, err := c.ListBuckets(ctx, &s3.ListBucketsInput{})
	if err != nil {
		return
	}
	fmt.Println(namesOf(out))
}
