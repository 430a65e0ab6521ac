// Package retry holds loops that try again and drop the last error.
package retry

import (
	"context"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func returnsInLoop(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	for range 3 {
		_, err := c.PutObject(ctx, in)
		if err == nil { // want `^the error of s3.PutObject is swallowed when every attempt fails; return the last one after the loop$`
			return nil
		}
		time.Sleep(time.Second)
	}
	return nil
}

func breaks(ctx context.Context, c *sqs.Client, in *sqs.SendMessageInput) error {
	for i := 0; i < 5; i++ {
		if _, err := c.SendMessage(ctx, in); err != nil { // want `^the error of sqs.SendMessage is swallowed when every attempt fails`
			time.Sleep(time.Duration(i) * time.Second)
			continue
		}
		break
	}
	return nil
}

func declaredOutside(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	var out *s3.GetObjectOutput
	var err error
	for try := 1; try <= 3; try++ {
		out, err = c.GetObject(ctx, in)
		if err == nil { // want `^the error of s3.GetObject is swallowed when every attempt fails`
			break
		}
		time.Sleep(time.Second)
	}
	return out, nil
}

func returnsLast(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) (err error) {
	for range 3 {
		if _, err = c.PutObject(ctx, in); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func logs(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) error {
	for i := range 3 {
		_, err := c.PutObject(ctx, in)
		if err == nil {
			return nil
		}
		log.Printf("attempt %d: %v", i, err)
	}
	return nil
}

func worker(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput, handle func(*sqs.ReceiveMessageOutput)) error {
	for ctx.Err() == nil {
		out, err := c.ReceiveMessage(ctx, in)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		handle(out)
	}
	return nil
}

func rounds(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (n int, err error) {
	for range 10 {
		out, err := c.ReceiveMessage(ctx, in)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		n += len(out.Messages)
	}
	return n, nil
}

func fallsBack(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, local func() error) error {
	for range 3 {
		if _, err := c.GetObject(ctx, in); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return local()
}
