// Package elsewhere has handlers that leave the work to another package.
package elsewhere

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/lambdaasync/elsewhere/store"
)

func init() {
	lambda.Start(handle)
	lambda.Start(queued)
}

var s store.Store

func handle(ctx context.Context, e events.S3Event) error {
	defer s.Copy(ctx, "last")
	s.Copy(ctx, "static")
	for _, r := range e.Records {
		s.Copy(ctx, r.S3.Object.Key) // want `the error of s3.CopyObject is only logged in Copy, so Lambda considers the event done; return it from there`
		store.File(r.S3.Object.Key)  // want `the error of s3.GetObject is only logged in File, so Lambda considers the event done; return it from there`
		s.Tag(ctx, r.S3.Object.Key)
		s.PublishMetric(ctx, r.S3.Object.Key)
		if err := s.Move(ctx, r.S3.Object.Key); err != nil {
			return err
		}
	}
	return nil
}

func queued(ctx context.Context, e events.SQSEvent) error {
	for _, m := range e.Records {
		s.Copy(ctx, m.Body)
	}
	return nil
}
