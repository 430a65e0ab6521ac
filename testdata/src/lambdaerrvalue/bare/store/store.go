// Package store has functions whose errors handlers encode.
package store

import (
	"context"
	"fmt"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go/aws/session"
	"github.com/aws/aws-sdk-go/service/s3/s3manager"
)

// Put returns the error of DynamoDB as it is.
func Put(ctx context.Context, client *dynamodb.Client, in *dynamodb.PutItemInput) error {
	_, err := client.PutItem(ctx, in)
	return err
}

// Upload returns the error of SDK v1.
func Upload(u *s3manager.Uploader, in *s3manager.UploadInput) error {
	_, err := u.Upload(in)
	return err
}

// UploadAnew returns the error of SDK v1, or that of its session.
func UploadAnew(in *s3manager.UploadInput) error {
	s, err := session.NewSession()
	if err != nil {
		return err
	}
	_, err = s3manager.NewUploader(s).Upload(in)
	return err
}

// Read returns an error of which the caller knows nothing.
func Read(name string) ([]byte, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return b, nil
}

// Validate says what is wrong with an order.
func Validate(id string) error { return &Problem{id} }

// A Problem has a JSON of its own.
type Problem struct{ ID string }

func (p *Problem) Error() string { return "no order " + p.ID }
