package uses

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"example.com/fixtures/origins/lib"
)

func match(err error) {}

func get(ctx context.Context, s *lib.Store, c *sqs.Client) {
	match(s.Get(ctx)) // want `^s3.GetObject wrapped$`
	_, err := c.SendMessage(ctx, nil)
	match(lib.Wrap(err)) // want `^sqs.SendMessage wrapped$`
	match(lib.Retry(func() error { // want `^sqs.SendMessage$`
		_, err := c.SendMessage(ctx, nil)
		return err
	}))
}
