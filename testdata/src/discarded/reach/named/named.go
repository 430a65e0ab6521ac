// Package named has a type and a method called as the service and its operation.
package named

import (
	"context"

	awss3 "github.com/aws/aws-sdk-go-v2/service/s3"
)

type s3 struct{ client *awss3.Client }

func (s s3) DeleteObject(ctx context.Context, key string) error {
	_, err := s.client.DeleteObject(ctx, &awss3.DeleteObjectInput{Key: &key})
	return err
}

func named(ctx context.Context, s s3) {
	s.DeleteObject(ctx, "x") // want `^the error of s3.DeleteObject is discarded; log it or pass it on$`
}
