// Package example shows what the rule reports.
package example

import (
	"context"
	"errors"
	"io"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type store struct {
	s3  *s3.Client
	ddb *dynamodb.Client
}

func (s *store) read(ctx context.Context, in *s3.GetObjectInput) ([]byte, error) {
	out, err := s.s3.GetObject(ctx, in)
	defer out.Body.Close() // want `^output of s3.GetObject is used before its error is checked, but is nil if the call fails; check the error first$`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func (s *store) size(ctx context.Context, in *s3.HeadObjectInput) (int64, error) {
	out, err := s.s3.HeadObject(ctx, in)
	return *out.ContentLength, err // want `^output of s3.HeadObject is used before its error is checked`
}

func (s *store) item(ctx context.Context, in *dynamodb.GetItemInput) (string, error) {
	out, err := s.ddb.GetItem(ctx, in)
	if err != nil {
		log.Printf("get item from %v: %v", out.ResultMetadata, err) // want `^output of dynamodb.GetItem is used although the call has failed, so this panics; use only the error here$`
		return "", err
	}
	return "", nil
}

func (s *store) etag(ctx context.Context, in *s3.HeadObjectInput) string {
	out, err := s.s3.HeadObject(ctx, in)
	if err != nil {
		log.Println("cannot read the object:", err)
	}
	return *out.ETag // want `^output of s3.HeadObject is used even if the call has failed, which panics; use it only without an error$`
}

func (s *store) ignoresMissing(ctx context.Context, in *s3.HeadObjectInput) (string, error) {
	out, err := s.s3.HeadObject(ctx, in)
	if err != nil {
		var missing *types.NotFound
		if !errors.As(err, &missing) {
			return "", err
		}
		log.Println("no such object")
	}
	return *out.ETag, nil // want `is used even if the call has failed`
}
