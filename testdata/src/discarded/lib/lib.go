// Package lib has functions that return errors of AWS, for package own.
package lib

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Delete returns the error of an operation.
func Delete(ctx context.Context, c *s3.Client) error {
	_, err := c.DeleteObject(ctx, nil)
	return err
}

// Parse has nothing to do with AWS.
func Parse(text string) error { return nil }
