// Package store has an interface with a type in S3 behind it, for package reach.
package store

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// A Store keeps objects.
type Store interface {
	Load(ctx context.Context, key string) ([]byte, error)
	Check(ctx context.Context) error
	Remove(ctx context.Context, key string) error // logs what goes wrong
}

// New returns a Store in S3.
func New(client *s3.Client) Store { return &bucket{client} }

type bucket struct{ client *s3.Client }

func (b *bucket) Load(ctx context.Context, key string) ([]byte, error) {
	_, err := b.client.GetObject(ctx, &s3.GetObjectInput{Key: &key})
	return nil, err
}

func (b *bucket) Check(ctx context.Context) error { return ctx.Err() }

func (b *bucket) Remove(ctx context.Context, key string) error { return Remove(ctx, b.client, key) }

// Remove logs what goes wrong.
func Remove(ctx context.Context, client *s3.Client, key string) error {
	_, err := client.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	if err != nil {
		log.Printf("remove %s: %v", key, err)
		return err
	}
	return nil
}
