// Package store keeps orders. Nothing is wrong with it: faults are planted in copies.
package store

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	sqstypes "github.com/aws/aws-sdk-go-v2/service/sqs/types"
)

// A Store has a table, a bucket and a queue.
type Store struct {
	db     *dynamodb.Client
	bucket *s3.Client
	queue  *sqs.Client
}

// Save writes an item.
func (s *Store) Save(ctx context.Context, item map[string]types.AttributeValue) error {
	if _, err := s.db.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String("orders"), Item: item}); err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

// Load reads an item.
func (s *Store) Load(ctx context.Context, key map[string]types.AttributeValue) (map[string]types.AttributeValue, error) {
	out, err := s.db.GetItem(ctx, &dynamodb.GetItemInput{TableName: aws.String("orders"), Key: key})
	if err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	item := out.Item
	return item, nil
}

// Create writes an item that must not be there.
func (s *Store) Create(ctx context.Context, item map[string]types.AttributeValue) (bool, error) {
	_, err := s.db.PutItem(ctx, &dynamodb.PutItemInput{
		TableName: aws.String("orders"), Item: item, ConditionExpression: aws.String("attribute_not_exists(id)"),
	})
	var exists *types.ConditionalCheckFailedException
	if errors.As(err, &exists) {
		return false, nil
	}
	return true, err
}

// Replace saves an item unless the table is throttled.
func (s *Store) Replace(ctx context.Context, item map[string]types.AttributeValue) error {
	err := s.Save(ctx, item)
	var throttled *types.ProvisionedThroughputExceededException
	if errors.As(err, &throttled) {
		return errors.New("try again later")
	}
	return err
}

// Receipt reads an object.
func (s *Store) Receipt(ctx context.Context, key string) ([]byte, error) {
	out, err := s.bucket.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("receipts"), Key: &key})
	if err != nil {
		var missing *s3types.NoSuchKey
		if errors.As(err, &missing) {
			return nil, nil
		}
		return nil, err
	}
	defer out.Body.Close()
	text, err := io.ReadAll(out.Body)
	if err != nil {
		return nil, err
	}
	return text, nil
}

// Receipts lists objects.
func (s *Store) Receipts(ctx context.Context) ([]string, error) {
	var keys []string
	pages := s3.NewListObjectsV2Paginator(s.bucket, &s3.ListObjectsV2Input{Bucket: aws.String("receipts")})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return nil, err
		}
		for _, object := range page.Contents {
			keys = append(keys, aws.ToString(object.Key))
		}
	}
	return keys, nil
}

// Total computes a sum.
func (s *Store) Total(ctx context.Context, key string) ([]byte, error) {
	out, err := s.bucket.SelectObjectContent(ctx, &s3.SelectObjectContentInput{
		Bucket: aws.String("receipts"), Key: &key, Expression: aws.String("SELECT sum(s._1) FROM S3Object s"), ExpressionType: s3types.ExpressionTypeSql,
	})
	if err != nil {
		return nil, err
	}
	stream := out.GetStream()
	defer stream.Close()
	var sum []byte
	for event := range stream.Events() {
		if records, ok := event.(*s3types.SelectObjectContentEventStreamMemberRecords); ok {
			sum = append(sum, records.Value.Payload...)
		}
	}
	if err := stream.Err(); err != nil {
		return nil, err
	}
	return sum, nil
}

// Notify sends messages.
func (s *Store) Notify(ctx context.Context, entries []sqstypes.SendMessageBatchRequestEntry) error {
	out, err := s.queue.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{QueueUrl: aws.String("orders"), Entries: entries})
	if err != nil {
		return err
	}
	if len(out.Failed) > 0 {
		return fmt.Errorf("%d messages failed", len(out.Failed))
	}
	return nil
}
