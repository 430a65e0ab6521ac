// Package sites asks at which calls errors come from AWS, and from which services.
package sites

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func sites(err error)   {}
func service(err error) {}
func imported()         {}

var ctx = context.Background()

var _ *types.ResourceNotFoundException

func services(c *s3.Client, q *sqs.Client, u *manager.Uploader, n int) {
	_, err := c.GetObject(ctx, nil)
	service(err) // want `^s3$`
	if n == 0 {
		_, err = q.SendMessage(ctx, nil)
	}
	service(err) // want `^s3 sqs$`
	_, err = u.Upload(ctx, nil)
	service(err) // want `^s3$`
	_, err = config.LoadDefaultConfig(ctx)
	service(err) // want `^$`
	imported()   // want `^dynamodb s3 sqs$`
}

func get(c *s3.Client) error {
	_, err := c.GetObject(ctx, nil)
	return err
}

func calls(c *s3.Client, n int) {
	_, err := c.GetObject(ctx, nil)
	sites(err) // want `^1$`
	if n == 0 {
		_, err = c.GetObject(ctx, nil)
	}
	sites(err)    // want `^5 2$`
	sites(get(c)) // want `^11$`
	sites(nil)    // want `^$`
}

func many(c *s3.Client, n int) {
	var err error
	switch n {
	case 0:
		_, err = c.GetObject(ctx, nil)
	case 1:
		_, err = c.HeadObject(ctx, nil)
	case 2:
		_, err = c.PutObject(ctx, nil)
	case 3:
		_, err = c.CopyObject(ctx, nil)
	case 4:
		_, err = c.DeleteObject(ctx, nil)
	case 5:
		_, err = c.ListObjectsV2(ctx, nil)
	}
	sites(err) // want `^12 10 8 6 4$`
}
