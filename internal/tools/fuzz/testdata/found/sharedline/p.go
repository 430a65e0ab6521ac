package sharedline

import ("context"; "strings"; "github.com/aws/aws-sdk-go-v2/service/s3"
)

// An import that goes shares its line with others.
func matches(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	return err != nil && strings.Contains(err.Error(), "NoSuchKey")
}
