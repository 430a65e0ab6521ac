// Package silent holds code that the rule must not report.
package silent

import (
	"context"
	"errors"
	"fmt"
	"log"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"golang.org/x/sync/errgroup"
)

func returned(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	_, err := c.DeleteObject(ctx, in)
	return err
}

func forwarded(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (*s3.HeadObjectOutput, error) {
	return c.HeadObject(ctx, in)
}

func wrapped(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	if _, err := c.DeleteObject(ctx, in); err != nil {
		return fmt.Errorf("delete %s: %w", *in.Key, err)
	}
	return nil
}

func joined(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) (errs error) {
	for _, in := range ins {
		_, err := c.DeleteObject(ctx, in)
		errs = errors.Join(errs, err)
	}
	return errs
}

func logged(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) {
	_, err := c.DeleteObject(ctx, in)
	log.Println("deleted", *in.Key, err)
}

type result struct {
	out *s3.HeadObjectOutput
	err error
}

func inField(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) result {
	var r result
	r.out, r.err = c.HeadObject(ctx, in)
	return r
}

func inMap(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput, errs map[string]error) {
	_, errs[*in.Key] = c.DeleteObject(ctx, in)
}

func inSlice(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) []error {
	errs := make([]error, len(ins))
	var wg sync.WaitGroup
	for i, in := range ins {
		wg.Go(func() { _, errs[i] = c.DeleteObject(ctx, in) })
	}
	wg.Wait()
	return errs
}

var last error

func inVariableOfPackage(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) {
	_, last = c.DeleteObject(ctx, in)
}

func throughPointer(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput, err *error) {
	_, *err = c.DeleteObject(ctx, in)
}

func sent(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput, done chan<- error) {
	go func() {
		_, err := c.DeleteObject(ctx, in)
		done <- err
	}()
}

func passedOn(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) *s3.HeadObjectOutput {
	return must(c.HeadObject(ctx, in))
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func group(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, in := range ins {
		g.Go(func() error {
			_, err := c.DeleteObject(ctx, in)
			return err
		})
	}
	return g.Wait()
}

func outerVariable(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	var err error
	once := sync.OnceFunc(func() { _, err = c.DeleteObject(ctx, in) })
	once()
	return err
}

func namedResult(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) (err error) {
	_, err = c.DeleteObject(ctx, in)
	return
}

func readByDefer(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) (n int, err error) {
	defer func() {
		if err != nil {
			log.Println(err)
		}
	}()
	_, err = c.DeleteObject(ctx, in)
	return 1, nil
}

func setByDefer(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageInput) (err error) {
	defer func() { _, err = c.DeleteMessage(ctx, in) }()
	return nil
}

func joinedByDefer(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageInput) (err error) {
	defer func() {
		_, deleteErr := c.DeleteMessage(ctx, in)
		err = errors.Join(err, deleteErr)
	}()
	return nil
}

func retried(ctx context.Context, c *sqs.Client, in *sqs.SendMessageInput) error {
	var err error
	for range 3 {
		_, err = c.SendMessage(ctx, in)
		if err == nil {
			break
		}
		time.Sleep(time.Second)
	}
	return err
}

func retriedToTheEnd(ctx context.Context, c *sqs.Client, in *sqs.SendMessageInput) (err error) {
	for range 3 {
		_, err = c.SendMessage(ctx, in)
	}
	return err
}

func readOnOnePath(ctx context.Context, c *sqs.Client, in *sqs.SendMessageInput, strict bool) error {
	_, err := c.SendMessage(ctx, in)
	if strict {
		return err
	}
	return nil
}

func comparedOnly(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	return err == nil // swallowed's matter
}

func matched(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) bool {
	_, err := c.HeadObject(ctx, in)
	var missing *types.NotFound
	return errors.As(err, &missing)
}

func polled(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) {
	for ctx.Err() == nil {
		if _, err := c.ReceiveMessage(ctx, in); err != nil {
			continue
		}
	}
}

// audited has the method of a client, and returns the error of the one that it holds.
type audited struct{ *dynamodb.Client }

func (a audited) PutItem(ctx context.Context, in *dynamodb.PutItemInput, opts ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error) {
	log.Println("put", *in.TableName)
	return a.Client.PutItem(ctx, in, opts...)
}

func otherResult(c *s3.Client, in *s3.HeadObjectInput) {
	s3.NewListObjectsV2Paginator(c, nil).HasMorePages()
	c.Options().Copy()
}

func stream(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) error {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return err
	}
	defer out.GetStream().Close()
	for range out.GetStream().Events() {
	}
	return out.GetStream().Err()
}

// mustPut returns no error but nil.
func mustPut(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) (*s3.PutObjectOutput, error) {
	out, err := c.PutObject(ctx, in)
	if err != nil {
		panic(err)
	}
	return out, err
}

func callsMustPut(ctx context.Context, c *s3.Client, in *s3.PutObjectInput) string {
	out, _ := mustPut(ctx, c, in)
	return *out.ETag
}
