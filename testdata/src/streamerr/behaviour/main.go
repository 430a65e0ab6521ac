// Command behaviour gets an object twice, over one connection at most, in three ways, and prints what
// becomes of the second call.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func main() {
	in := &s3.GetObjectInput{Bucket: aws.String("bucket"), Key: aws.String("key")}
	fmt.Println("never closed:", second(func(ctx context.Context, c *s3.Client) error {
		_, err := c.GetObject(ctx, in) // want `warning: ^the body of s3.GetObject is never closed, so its connection stays open; close it$`
		return err
	}))
	fmt.Println("closed:", second(func(ctx context.Context, c *s3.Client) error {
		out, err := c.GetObject(ctx, in)
		if err != nil {
			return err
		}
		return out.Body.Close()
	}))
	fmt.Println("read:", second(func(ctx context.Context, c *s3.Client) error {
		out, err := c.GetObject(ctx, in)
		if err != nil {
			return err
		}
		_, err = io.ReadAll(out.Body)
		return err
	}))
}

// second calls get twice with a client of its own and tells how the second call ends.
func second(get func(context.Context, *s3.Client) error) string {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	cfg, err := config.LoadDefaultConfig(ctx, config.WithHTTPClient(
		awshttp.NewBuildableClient().WithTransportOptions(func(t *http.Transport) { t.MaxConnsPerHost = 1 })))
	if err != nil {
		return err.Error()
	}
	c := s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle, o.DisableLogOutputChecksumValidationSkipped = true, true })
	if err := get(ctx, c); err != nil {
		return err.Error()
	}
	if err := get(ctx, c); errors.Is(err, context.DeadlineExceeded) {
		return "waits for a connection until the deadline"
	} else if err != nil {
		return err.Error()
	}
	return "succeeds"
}
