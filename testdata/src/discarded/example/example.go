// Package example shows what the rule reports.
package example

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type store struct {
	s3  *s3.Client
	sqs *sqs.Client
}

func (s *store) remove(ctx context.Context, bucket, key string) error {
	_, _ = s.s3.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &key}) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

func (s *store) notify(ctx context.Context, queue, body string) error {
	s.sqs.SendMessage(ctx, &sqs.SendMessageInput{ // want `^the error of sqs.SendMessage is discarded; return or log it$`
		QueueUrl:    &queue,
		MessageBody: &body,
	})
	return nil
}

func (s *store) size(ctx context.Context, bucket, key string) (int64, error) {
	out, _ := s.s3.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &bucket, Key: &key}) // want `^the error of s3.HeadObject is discarded; check it before using out$`
	return *out.ContentLength, nil
}

func (s *store) copy(ctx context.Context, bucket, from, to string) error {
	_, err := s.s3.CopyObject(ctx, &s3.CopyObjectInput{Bucket: &bucket, Key: &to, CopySource: &from}) // want `^the error of s3.CopyObject is discarded; return or log it$`
	_, err = s.s3.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &from})
	return err
}

func (s *store) background(ctx context.Context, bucket, key string) {
	go s.s3.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &bucket, Key: &key}) // want `^the error of s3.DeleteObject is discarded; use an errgroup, or log it in the goroutine$`
	fmt.Println("deleted", key)
}
