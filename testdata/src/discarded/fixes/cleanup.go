package fixes

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"golang.org/x/sync/errgroup"
)

// Clean-up may fail where the function fails anyway.

func aborts(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) error {
	if _, err := c.UploadPart(ctx, in); err != nil {
		_, _ = c.AbortMultipartUpload(ctx, nil) // want `info: ^the error of s3.AbortMultipartUpload is discarded; log it, or join it with the returned error$`
		return err
	}
	return nil
}

func removes(ctx context.Context, c *s3.Client) error {
	c.DeleteObject(ctx, nil) // want `info: ^the error of s3.DeleteObject is discarded; log it, or join it with the returned error$`
	return errors.New("it had to be removed")
}

func logsAndAborts(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) {
	if _, err := c.UploadPart(ctx, in); err != nil {
		log.Print(err)
		c.AbortMultipartUpload(ctx, nil) // want `info: ^the error of s3.AbortMultipartUpload is discarded; log it or pass it on$`
	}
}

// So may what is no clean-up where the caller hears of a failure anyway, and only there.

func putsMarker(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) error {
	if _, err := c.UploadPart(ctx, in); err != nil {
		c.PutObject(ctx, nil) // want `info: ^the error of s3.PutObject is discarded; log it, or join it with the returned error$`
		return err
	}
	return nil
}

func putsMarkerAndWraps(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) (err error) {
	if _, err = c.UploadPart(ctx, in); err != nil {
		c.PutObject(ctx, nil) // want `info: ^the error of s3.PutObject is discarded; log it, or join it with the returned error$`
		return fmt.Errorf("upload: %w", err)
	}
	return nil
}

func putsMarkerAndGoesOn(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) error {
	if _, err := c.UploadPart(ctx, in); err != nil {
		c.PutObject(ctx, nil) // want `^the error of s3.PutObject is discarded; log it, or join it with the returned error$`
		log.Print(err)
	}
	return nil
}

func putsInEndlessLoop(ctx context.Context, c *s3.Client, in *s3.UploadPartInput) error {
	for {
		if _, err := c.UploadPart(ctx, in); err != nil {
			return fmt.Errorf("upload: %w", err)
		}
		c.PutObject(ctx, nil) // want `^the error of s3.PutObject is discarded; return or log it$`
	}
}

func waits(ctx context.Context, c *s3.Client, ins []*s3.PutObjectInput) error {
	var g errgroup.Group
	for _, in := range ins {
		out, err := c.HeadObject(ctx, nil)
		if err != nil {
			g.Go(func() error { return err })
			_ = g.Wait() // want `info: ^the error of Group.Wait \(from s3.HeadObject or s3.PutObject\) is discarded; log it, or join it with the returned error$`
			return err
		}
		g.Go(func() error {
			in.Key = out.ETag
			_, err := c.PutObject(ctx, in)
			return err
		})
	}
	return g.Wait()
}

func waitsAndGoesOn(ctx context.Context, c *s3.Client, ins []*s3.PutObjectInput) error {
	var g errgroup.Group
	for _, in := range ins {
		g.Go(func() error {
			_, err := c.PutObject(ctx, in)
			return err
		})
	}
	_ = g.Wait() // want `^the error of Group.Wait \(from s3.PutObject\) is discarded; return or log it$`
	return nil
}

func deletesAfterSuccess(ctx context.Context, c *s3.Client, in *s3.CopyObjectInput) error {
	if _, err := c.CopyObject(ctx, in); err != nil {
		return err
	}
	c.DeleteObject(ctx, nil) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return nil
}

func removesLater(ctx context.Context, c *s3.Client) (err error) {
	defer c.DeleteObject(ctx, nil) // want `warning: ^the error of s3.DeleteObject is discarded; join it with the returned error in a deferred closure$`
	return work()
}

// errors.Join would hide the error from a caller that compares it.

var errBusy = errors.New("busy")

func tests(ctx context.Context, c *s3.Client) error {
	err := work()
	if err != nil {
		c.DeleteObject(ctx, nil) // want `info: ^the error of s3.DeleteObject is discarded; log it$`
	}
	return err
}

func asserts(ctx context.Context, c *s3.Client) error {
	err := work()
	if err != nil {
		c.DeleteObject(ctx, nil) // want `info: ^the error of s3.DeleteObject is discarded; log it$`
	}
	return err
}

func passes(ctx context.Context, c *s3.Client) error { return asserts(ctx, c) }

func returnsSentinel(ctx context.Context, c *s3.Client) error {
	c.DeleteObject(ctx, nil) // want `info: ^the error of s3.DeleteObject is discarded; log it$`
	return errBusy
}

func defersBeforeSentinel(ctx context.Context, c *s3.Client) (err error) {
	defer c.DeleteObject(ctx, nil) // want `warning: ^the error of s3.DeleteObject is discarded; log it in a deferred closure$`
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

// Joined, the error would look like the one that means that all is well.

type emptyError struct{ name string }

func (e *emptyError) Error() string { return e.name + " is empty" }

func deletesEmpty(ctx context.Context, c *s3.Client, n int) error {
	if n == 0 {
		_, _ = c.DeleteObject(ctx, nil) // want `info: ^the error of s3.DeleteObject is discarded; log it$`
		return &emptyError{"change set"}
	}
	return nil
}

func deletesWrapped(ctx context.Context, c *s3.Client) error {
	if err := deletesEmpty(ctx, c, 1); err != nil {
		_, _ = c.DeleteObject(ctx, nil) // want `info: ^the error of s3.DeleteObject is discarded; log it$`
		return fmt.Errorf("deploy: %w", err)
	}
	return nil
}

func deploys(ctx context.Context, c *s3.Client) error {
	err := deletesWrapped(ctx, c)
	var empty *emptyError
	if errors.As(err, &empty) {
		return nil
	}
	return err
}

// The call that follows fails if the one before it had to come first.

func detaches(ctx context.Context, c *s3.Client) error {
	_, _ = c.DeleteBucketPolicy(ctx, nil) // want `info: ^the error of s3.DeleteBucketPolicy is discarded; return or log it$`
	_, err := c.DeleteBucket(ctx, nil)
	return err
}

func deletesTwo(ctx context.Context, c *s3.Client, a, b *s3.DeleteObjectInput) error {
	_, _ = c.DeleteObject(ctx, a) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	_, err := c.DeleteObject(ctx, b)
	return err
}
