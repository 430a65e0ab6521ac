// Package unmatched handles errors of some kinds and drops the others. It holds what is hard about the fix.
package unmatched

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

type store struct {
	s3 *s3.Client
	db *dynamodb.Client
}

func (s *store) kinds(ctx context.Context, in *s3.DeleteBucketInput) error {
	if _, err := s.s3.DeleteBucket(ctx, in); err != nil { // want `unmatched errors of s3.DeleteBucket are swallowed`
		var apiErr smithy.APIError
		if errors.As(err, &apiErr) {
			switch apiErr.ErrorCode() {
			case "BucketNotEmpty":
				return errors.New("empty it first")
			case "NoSuchBucket":
				return nil
			}
		}
	}
	return nil
}

func (s *store) oneLine(ctx context.Context, in *dynamodb.CreateTableInput) (string, error) {
	_, err := s.db.CreateTable(ctx, in) // want `unmatched errors of dynamodb.CreateTable are swallowed`
	if _, ok := errors.AsType[*ddbtypes.ResourceInUseException](err); ok {
		return "", errors.New("it exists")
	} // or not

	return *in.TableName, nil
}

func (s *store) two(ctx context.Context, in *dynamodb.CreateTableInput) (name string, err error) {
	_, err = s.db.CreateTable(ctx, in) // want `unmatched errors of dynamodb.CreateTable are swallowed`
	var inUse *ddbtypes.ResourceInUseException
	if errors.As(err, &inUse) {
		return "", errors.New("it exists")
	}
	var limit *ddbtypes.LimitExceededException
	if errors.As(err, &limit) {
		return "", errors.New("too many tables")
	}
	return *in.TableName, nil
}

func (s *store) returnsInBranch(ctx context.Context, in *dynamodb.DeleteTableInput) (string, error) {
	if _, err := s.db.DeleteTable(ctx, in); err != nil { // want `unmatched errors of dynamodb.DeleteTable are swallowed`
		if _, ok := errors.AsType[*ddbtypes.ResourceInUseException](err); ok {
			return "", errors.New("not now")
		}
		return "", nil
	}
	return *in.TableName, nil
}

// No fix: it is not certain what else should happen.

// A match that only logs would return the error it has dealt with.
func (s *store) logs(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil { // want `unmatched errors of s3.HeadObject are swallowed`
		if _, ok := errors.AsType[*types.NotFound](err); ok {
			log.Println("not there")
		}
	}
	return nil
}

// So would an earlier one.
func (s *store) logsFirst(ctx context.Context, in *dynamodb.CreateTableInput) error {
	_, err := s.db.CreateTable(ctx, in) // want `unmatched errors of dynamodb.CreateTable are swallowed`
	if _, ok := errors.AsType[*ddbtypes.LimitExceededException](err); ok {
		log.Println("too many tables")
	}
	if _, ok := errors.AsType[*ddbtypes.ResourceInUseException](err); ok {
		return errors.New("it exists")
	}
	return nil
}

// The case of a switch may go on.
func (s *store) goesOn(ctx context.Context, in *s3.DeleteBucketInput) error {
	if _, err := s.s3.DeleteBucket(ctx, in); err != nil { // want `unmatched errors of s3.DeleteBucket are swallowed`
		var apiErr smithy.APIError
		if errors.As(err, &apiErr) {
			switch apiErr.ErrorCode() {
			case "BucketNotEmpty":
				return errors.New("empty it first")
			case "NoSuchBucket":
				log.Println("no bucket")
			}
		}
	}
	return nil
}

// Nil and no output may mean that there is none.
func (s *store) noneFound(ctx context.Context, in *dynamodb.DescribeTableInput) (*string, error) {
	out, err := s.db.DescribeTable(ctx, in)
	if err != nil { // want `unmatched errors of dynamodb.DescribeTable are`
		if _, ok := errors.AsType[*ddbtypes.InternalServerError](err); ok {
			return nil, errors.New("later")
		}
		return nil, nil
	}
	return out.Table.TableName, nil
}

// The other items are wanted.
func (s *store) each(ctx context.Context, ins []*s3.DeleteObjectInput) error {
	for _, in := range ins {
		if _, err := s.s3.DeleteObject(ctx, in); err != nil { // want `unmatched errors of s3.DeleteObject are swallowed`
			if _, ok := errors.AsType[*types.NoSuchKey](err); ok {
				return errors.New("gone")
			}
		}
		log.Println("deleted", *in.Key)
	}
	return nil
}

// The comment says what else is fine.
func (s *store) check(ctx context.Context, in *s3.HeadBucketInput) error {
	_, err := s.s3.HeadBucket(ctx, in)
	// Forbidden is OK because the bucket is there, and the credentials
	// may have access to parts of it.
	if err != nil { // want `unmatched errors of s3.HeadBucket are swallowed; return or log those that the comment does not excuse$`
		if _, ok := errors.AsType[*types.NotFound](err); ok {
			return errors.New("no such bucket")
		}
	}
	return nil
}

// The variable ends with the statement.
func (s *store) scoped(ctx context.Context, in *dynamodb.CreateTableInput) error {
	var inUse *ddbtypes.ResourceInUseException
	if _, err := s.db.CreateTable(ctx, in); errors.As(err, &inUse) { // want `unmatched errors of dynamodb.CreateTable are swallowed`
		return errors.New("it exists")
	}
	return nil
}
