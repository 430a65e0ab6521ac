// Package receipts keeps the receipts of orders in an S3 bucket.
package receipts

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// Bucket holds receipts, by the id of their order.
type Bucket struct {
	s3   *s3.Client
	name string
}

// New returns the bucket called name.
func New(client *s3.Client, name string) *Bucket {
	return &Bucket{s3: client, name: name}
}

// Read returns the receipt of an order.
func (b *Bucket) Read(ctx context.Context, order string) ([]byte, error) {
	out, err := b.s3.GetObject(ctx, &s3.GetObjectInput{Bucket: &b.name, Key: &order})
	defer out.Body.Close()
	if err != nil {
		return nil, fmt.Errorf("read the receipt of order %s: %w", order, err)
	}
	return io.ReadAll(out.Body)
}

// Exists reports whether there is a receipt of an order.
func (b *Bucket) Exists(ctx context.Context, order string) bool {
	_, err := b.s3.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &b.name, Key: &order})
	return err == nil
}

// Size returns the size of the receipt of an order, 0 if there is none.
func (b *Bucket) Size(ctx context.Context, order string) (int64, error) {
	out, err := b.s3.HeadObject(ctx, &s3.HeadObjectInput{Bucket: &b.name, Key: &order})
	var missing *types.NoSuchKey
	if errors.As(err, &missing) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("size of the receipt of order %s: %w", order, err)
	}
	return aws.ToInt64(out.ContentLength), nil
}

// Replace writes the receipt of an order and keeps the one before it as a copy.
func (b *Bucket) Replace(ctx context.Context, order string, receipt []byte) error {
	_, err := b.s3.CopyObject(ctx, &s3.CopyObjectInput{
		Bucket:     &b.name,
		Key:        aws.String("old/" + order),
		CopySource: aws.String(b.name + "/" + order),
	})
	_, err = b.s3.PutObject(ctx, &s3.PutObjectInput{Bucket: &b.name, Key: &order, Body: bytes.NewReader(receipt)})
	if err != nil {
		return fmt.Errorf("write the receipt of order %s: %w", order, err)
	}
	return nil
}

// Purge deletes the receipts whose keys start with prefix, and returns how many.
func (b *Bucket) Purge(ctx context.Context, prefix string) (int, error) {
	deleted := 0
	pages := s3.NewListObjectsV2Paginator(b.s3, &s3.ListObjectsV2Input{Bucket: &b.name, Prefix: &prefix})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			break
		}
		var ids []types.ObjectIdentifier
		for _, object := range page.Contents {
			ids = append(ids, types.ObjectIdentifier{Key: object.Key})
		}
		_, err = b.s3.DeleteObjects(ctx, &s3.DeleteObjectsInput{Bucket: &b.name, Delete: &types.Delete{Objects: ids}})
		if err != nil {
			return deleted, fmt.Errorf("delete receipts %s*: %w", prefix, err)
		}
		deleted += len(ids)
	}
	return deleted, nil
}

// Total adds up what the receipts in the sheet called key say.
func (b *Bucket) Total(ctx context.Context, key string) ([]byte, error) {
	out, err := b.s3.SelectObjectContent(ctx, &s3.SelectObjectContentInput{
		Bucket:              &b.name,
		Key:                 &key,
		Expression:          aws.String("SELECT sum(cast(s._2 as int)) FROM S3Object s"),
		ExpressionType:      types.ExpressionTypeSql,
		InputSerialization:  &types.InputSerialization{CSV: &types.CSVInput{}},
		OutputSerialization: &types.OutputSerialization{CSV: &types.CSVOutput{}},
	})
	if err != nil {
		return nil, fmt.Errorf("add up %s: %w", key, err)
	}
	stream := out.GetStream()
	defer stream.Close()

	var total []byte
	for event := range stream.Events() {
		if records, ok := event.(*types.SelectObjectContentEventStreamMemberRecords); ok {
			total = append(total, records.Value.Payload...)
		}
	}
	return total, nil
}

// Warm asks for a receipt ahead of its use.
func (b *Bucket) Warm(ctx context.Context, order string) {
	//awserrlint:ignore discarded whoever reads the receipt sees the error
	out, _ := b.s3.GetObject(ctx, &s3.GetObjectInput{Bucket: &b.name, Key: &order})
	if out != nil {
		defer out.Body.Close()
		if _, err := io.Copy(io.Discard, out.Body); err != nil {
			slog.DebugContext(ctx, "cannot warm a receipt", "order", order, "error", err)
		}
	}
}
