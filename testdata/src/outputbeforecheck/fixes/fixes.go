package fixes

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func deferred(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	defer out.Body.Close() // want `before its error is checked`
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, out.Body)
	return err
}

func withComment(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)

	// close the body, since nobody else does:
	// it holds a connection
	defer out.Body.Close() // want `before its error is checked`

	// the check
	if err != nil {
		return err
	}
	return nil
}

func twoComments(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	// close the body
	defer out.Body.Close() // want `before its error is checked`
	if err != nil {        // it is missing
		return err
	}
	return nil
}

func deferredClosure(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	defer func() {
		_ = out.Body.Close() // want `before its error is checked`
	}()
	if err != nil {
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func inLoop(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) {
	for {
		out, err := c.ReceiveMessage(ctx, in)
		log.Println("received", len(out.Messages)) // want `before its error is checked`
		if err != nil {
			continue
		}
	}
}

func inCase(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput, n int) int {
	switch n {
	case 1:
		out, err := c.ReceiveMessage(ctx, in)
		n += len(out.Messages) // want `before its error is checked`
		if err != nil {
			log.Fatal(err)
		}
	}
	return n
}

func declaresForTheCheck(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) error {
	out, err := c.ReceiveMessage(ctx, in)
	n := len(out.Messages) // want `before its error is checked`
	if err != nil {
		return fmt.Errorf("after %d messages: %w", n, err)
	}
	return nil
}

func overwrites(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (err error) {
	out, err := c.GetObject(ctx, in)
	defer func() { err = errors.Join(err, out.Body.Close()) }()
	if err != nil {
		return err
	}
	return nil
}

func otherStatementBetween(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	defer out.Body.Close() // want `before its error is checked`
	log.Println("got it")
	if err != nil {
		return err
	}
	return nil
}

func doesNotLeave(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	defer out.Body.Close() // want `before its error is checked`
	if err != nil {
		log.Println(err)
	}
	return nil
}

func onlyExits(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) {
	out, err := c.GetObject(ctx, in)
	defer func() { out.Body.Close() }()
	if err != nil {
		os.Exit(1)
	}
}
