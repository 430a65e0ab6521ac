package wrong

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// An Order is what somebody wants.
type Order struct{ Count int }

// except ClientError above except client.exceptions.NoSuchKey
func Load(ctx context.Context, client *s3.Client, bucket, key string) (Order, string) {
	order, err := read(ctx, client, bucket, key)
	if mismatch, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return order, fmt.Sprintf("%s is a %s", mismatch.Field, mismatch.Value)
	}
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		return order, "S3 answers " + apiErr.ErrorCode()
	}
	if _, ok := errors.AsType[*s3types.NoSuchKey](err); ok {
		return order, "no such order"
	}
	if err != nil {
		return order, "internal error"
	}
	return order, ""
}

func read(ctx context.Context, client *s3.Client, bucket, key string) (Order, error) {
	var order Order
	out, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: &bucket, Key: &key})
	if err != nil {
		return order, err
	}
	defer out.Body.Close()
	return order, json.NewDecoder(out.Body).Decode(&order)
}
