// Package nilinput passes nil for the input: nothing is known of what it would ask for.
package nilinput

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
)

func put(ctx context.Context, c *kinesis.Client) error {
	_, err := c.PutRecords(ctx, nil) // want `^kinesis.PutRecords can fail`
	return err
}

func invoke(ctx context.Context, c *lambda.Client) error {
	_, err := c.Invoke(ctx, nil)
	return err
}
