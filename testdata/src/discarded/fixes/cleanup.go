package fixes

import (
	"context"
	"errors"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

// Clean-up may fail where the function fails anyway.

func aborts(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) error {
	if _, err := c.UploadPart(ctx, in); err != nil {
		_, _ = c.AbortMultipartUpload(ctx, nil) // want `info: ^error of s3.AbortMultipartUpload is discarded; log it, or join it with the returned error$`
		return err
	}
	return nil
}

func removes(ctx context.Context, c *s3.Client) error {
	c.DeleteObject(ctx, nil) // want `info: ^error of s3.DeleteObject is discarded; log it, or join it with the returned error$`
	return errors.New("it had to be removed")
}

func logsAndAborts(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) {
	if _, err := c.UploadPart(ctx, in); err != nil {
		log.Print(err)
		c.AbortMultipartUpload(ctx, nil) // want `info: ^error of s3.AbortMultipartUpload is discarded; log it or pass it on$`
	}
}

// What is no clean-up is a fault there, too.

func putsMarker(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) error {
	if _, err := c.UploadPart(ctx, in); err != nil {
		c.PutObject(ctx, nil) // want `^error of s3.PutObject is discarded; log it, or join it with the returned error$`
		return err
	}
	return nil
}

func deletesAfterSuccess(ctx context.Context, c *s3.Client, in *s3.CopyObjectInput) error {
	if _, err := c.CopyObject(ctx, in); err != nil {
		return err
	}
	c.DeleteObject(ctx, nil) // want `^error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

func removesLater(ctx context.Context, c *s3.Client) (err error) {
	defer c.DeleteObject(ctx, nil) // want `warning: ^error of s3.DeleteObject is discarded; join it with the returned error in a deferred closure$`
	return work()
}

// errors.Join would hide the error from a caller that compares it.

var errBusy = errors.New("busy")

func tests(ctx context.Context, c *s3.Client) error {
	err := work()
	if err != nil {
		c.DeleteObject(ctx, nil) // want `info: ^error of s3.DeleteObject is discarded; log it$`
	}
	return err
}

func asserts(ctx context.Context, c *s3.Client) error {
	err := work()
	if err != nil {
		c.DeleteObject(ctx, nil) // want `info: ^error of s3.DeleteObject is discarded; log it$`
	}
	return err
}

func passes(ctx context.Context, c *s3.Client) error { return asserts(ctx, c) }

func returnsSentinel(ctx context.Context, c *s3.Client) error {
	c.DeleteObject(ctx, nil) // want `info: ^error of s3.DeleteObject is discarded; log it$`
	return errBusy
}

func defersBeforeSentinel(ctx context.Context, c *s3.Client) (err error) {
	defer c.DeleteObject(ctx, nil) // want `warning: ^error of s3.DeleteObject is discarded; log it in a deferred closure$`
	if ctx.Err() != nil {
		return errBusy
	}
	return nil
}

func compares(ctx context.Context, c *s3.Client) string {
	if err := tests(ctx, c); err == errBusy {
		return "busy"
	}
	if _, ok := passes(ctx, c).(interface{ Timeout() bool }); ok {
		return "timeout"
	}
	return ""
}

// The call that follows fails if the one before it had to come first.

func detaches(ctx context.Context, c *s3.Client) error {
	_, _ = c.DeleteBucketPolicy(ctx, nil) // want `info: ^error of s3.DeleteBucketPolicy is discarded; return or log it$`
	_, err := c.DeleteBucket(ctx, nil)
	return err
}

func deletesTwo(ctx context.Context, c *s3.Client, a, b *s3.DeleteObjectInput) error {
	_, _ = c.DeleteObject(ctx, a) // want `^error of s3.DeleteObject is discarded; return or log it$`
	_, err := c.DeleteObject(ctx, b)
	return err
}
