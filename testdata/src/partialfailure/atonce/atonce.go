// Package atonce does more about an error than to return it, so that a fix must not just return another one.
package atonce

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func stopAnimation() {}

func empties(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(ctx, in) // want `^s3.DeleteObjects can fail for single objects with a nil error; check Errors in its output$`
	if err != nil {
		stopAnimation()
		return err
	}
	stopAnimation()
	return nil
}

func emptiesInHeader(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	if _, err := c.DeleteObjects(ctx, in); err != nil { // want `^s3.DeleteObjects can fail for single objects`
		stopAnimation()
		return err
	}
	stopAnimation()
	return nil
}

// Near misses.

func logs(ctx context.Context, c *s3.Client, in *s3.DeleteObjectsInput) error {
	_, err := c.DeleteObjects(ctx, in) // want `^s3.DeleteObjects can fail for single objects`
	if err != nil {
		log.Print(err)
		return err
	}
	return nil
}
