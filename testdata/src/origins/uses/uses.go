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
	match(lib.Wrap(err))           // want `^sqs.SendMessage wrapped$`
	match(lib.Retry(func() error { // want `^sqs.SendMessage$`
		_, err := c.SendMessage(ctx, nil)
		return err
	}))
}

func facts(ctx context.Context, s *lib.Store) {
	_, err := lib.Client[int]{C: s.Client}.Head(ctx)
	match(err) // want `^s3.HeadObject$`
	_, err = lib.Try(func() (int, error) { return 0, s.Get(ctx) })
	match(err)                                           // want `^s3.GetObject wrapped$`
	match(lib.First(nil, s.Get(ctx)))                    // want `^s3.GetObject wrapped$`
	match(lib.Text(ctx, s.Client))                       // want `^none unknown$`
	match(lib.Again(ctx, s, 3))                          // want `^s3.GetObject wrapped$`
	match(lib.Retry(func() error { return s.Get(ctx) })) // want `^s3.GetObject wrapped$`
	err, _ = lib.Fails(ctx, s.Client)
	match(err) // want `^none unknown$`
}
