// Package store keeps objects.
package store

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Store is a bucket.
type Store struct {
	client *s3.Client
	logs   *cloudwatchlogs.Client
}

// Copy logs what fails.
func (s Store) Copy(ctx context.Context, key string) {
	if _, err := s.client.CopyObject(ctx, &s3.CopyObjectInput{Key: &key}); err != nil {
		log.Print(err)
		return
	}
	log.Print("copied ", key)
}

// File logs what fails, one call below.
func File(key string) {
	out, err := get(key)
	if err != nil {
		log.Printf("get %s: %v", key, err)
	} else {
		log.Print(*out.ETag)
	}
}

var client *s3.Client

func get(key string) (*s3.GetObjectOutput, error) {
	return client.GetObject(context.Background(), &s3.GetObjectInput{Key: &key})
}

// Tag is best effort.
func (s Store) Tag(ctx context.Context, key string) {
	if _, err := s.client.PutObjectTagging(ctx, &s3.PutObjectTaggingInput{Key: &key}); err != nil {
		log.Print(err) // best effort
	}
}

// Move tells its caller.
func (s Store) Move(ctx context.Context, key string) error {
	_, err := s.client.CopyObject(ctx, &s3.CopyObjectInput{Key: &key})
	return err
}

// PublishMetric is about the work.
func (s Store) PublishMetric(ctx context.Context, key string) {
	if _, err := s.logs.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{LogGroupName: &key}); err != nil {
		log.Print(err)
	}
}
