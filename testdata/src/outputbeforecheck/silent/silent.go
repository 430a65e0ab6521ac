// Package silent holds code that the rule must not report.
package silent

import (
	"context"
	"errors"
	"io"
	"log"
	"os"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	v1s3 "github.com/aws/aws-sdk-go/service/s3"
	"golang.org/x/sync/errgroup"
)

func checked(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) ([]byte, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func inHeader(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) int64 {
	if out, err := c.HeadObject(ctx, in); err == nil {
		return *out.ContentLength
	}
	return 0
}

func inElse(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		log.Println(err)
	} else {
		log.Println(*out.ETag)
	}
}

func inSwitch(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	var missing *types.NotFound
	switch {
	case errors.As(err, &missing):
		return ""
	case err != nil:
		log.Fatal(err)
	}
	return *out.ETag
}

func matchedFirst(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	out, err := c.HeadObject(ctx, in)
	if errors.Is(err, context.Canceled) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return *out.ETag, nil
}

func outputTested(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput) (int, error) {
	out, err := c.GetItem(ctx, in)
	if out != nil {
		return len(out.Item), err
	}
	return 0, err
}

func outputTestedWhereFailed(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput) error {
	out, err := c.GetItem(ctx, in)
	if err != nil {
		if out != nil {
			log.Println(out.ResultMetadata)
		}
		return err
	}
	return nil
}

func outputTestedAfter(ctx context.Context, c *dynamodb.Client, in *dynamodb.GetItemInput) int {
	out, err := c.GetItem(ctx, in)
	if err != nil {
		log.Println(err)
	}
	if out == nil {
		return 0
	}
	return len(out.Item)
}

func checkedByHelper(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	must(err)
	return *out.ETag
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func handledByHelper(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		exit(err)
	}
	return *out.ETag
}

func exit(err error) {
	log.Println(err)
	os.Exit(1)
}

func handledByValue(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, fail func(error)) string {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		fail(err)
	}
	return *out.ETag
}

func bothChecked(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out := check(c.HeadObject(ctx, in))
	return *out.ETag
}

func check[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}

func bothPassedOn(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	verify(out, err)
	return *out.ETag
}

func verify(out *s3.HeadObjectOutput, err error) {
	if err != nil || out.ETag == nil {
		panic("no object")
	}
}

func replaced(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		log.Println(err)
		out = &s3.HeadObjectOutput{ETag: new(string)}
	}
	return *out.ETag
}

func remembered(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	failed := false
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		log.Println(err)
		failed = true
	}
	if !failed {
		return *out.ETag
	}
	return ""
}

func askedTwice(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		log.Println(err)
	}
	log.Println("done")
	if err != nil {
		return "", err
	}
	return *out.ETag, nil
}

func retried(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) int {
	var out *sqs.ReceiveMessageOutput
	var err error
	for range 3 {
		if out, err = c.ReceiveMessage(ctx, in); err == nil {
			break
		}
		log.Println(err)
	}
	if err != nil {
		return 0
	}
	return len(out.Messages)
}

func polled(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) {
	for {
		out, err := c.ReceiveMessage(ctx, in)
		if err != nil {
			log.Println(err)
			continue
		}
		log.Println(len(out.Messages))
	}
}

func pages(ctx context.Context, c *s3.Client) (n int, err error) {
	p := s3.NewListObjectsV2Paginator(c, &s3.ListObjectsV2Input{})
	for p.HasMorePages() {
		page, err := p.NextPage(ctx)
		if err != nil {
			return 0, err
		}
		n += len(page.Contents)
	}
	return n, nil
}

func namedResults(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (out *s3.HeadObjectOutput, err error) {
	defer func() {
		if err == nil {
			log.Println(*out.ETag)
		}
	}()
	out, err = c.HeadObject(ctx, in)
	return
}

func deferredClosureAsks(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	defer func() {
		if out != nil {
			out.Body.Close()
		}
	}()
	if err != nil {
		return err
	}
	return nil
}

func closures(ctx context.Context, c *s3.Client, in *s3.ListObjectsV2Input) ([]types.Object, error) {
	out, err := c.ListObjectsV2(ctx, in)
	ok := func() bool { return err == nil }
	if !ok() {
		return nil, err
	}
	slices.SortFunc(out.Contents, func(a, b types.Object) int { return int(*a.Size - *b.Size) })
	return out.Contents, nil
}

func group(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) error {
	var out *s3.HeadObjectOutput
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() (err error) {
		out, err = c.HeadObject(ctx, in)
		return err
	})
	if err := g.Wait(); err != nil {
		return err
	}
	log.Println(*out.ETag)
	return nil
}

func stream(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) error {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return err
	}
	events := out.GetStream()
	defer events.Close()
	for range events.Events() {
	}
	return events.Err()
}

func versionOne(c *v1s3.S3, in *v1s3.HeadObjectInput) (*int64, error) {
	out, err := c.HeadObject(in) // version 1 returns an output with every error
	return out.ContentLength, err
}

func ignored(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (*int64, error) {
	out, err := c.HeadObject(ctx, in)
	//awserrlint:ignore outputbeforecheck the client is a recording that never fails
	return out.ContentLength, err
}

// What the second check leaves cannot be reached.
func unreachable(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) error {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		if err != nil {
			return err
		}
		log.Print(*out.ETag)
	}
	return nil
}

func unreachableBelow(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	out, err := c.HeadObject(ctx, in)
	if err == nil {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	return *out.ETag, nil
}

func etag(out *s3.HeadObjectOutput) string {
	if out == nil || out.ETag == nil {
		return ""
	}
	return *out.ETag
}

func helperChecks(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (string, error) {
	out, err := c.HeadObject(ctx, in)
	return etag(out), err
}

func describe(out *s3.HeadObjectOutput, err error) string {
	if err != nil {
		return err.Error()
	}
	return *out.ETag
}

func helperGetsError(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) string {
	out, err := c.HeadObject(ctx, in)
	return describe(out, err)
}

func maybe(out *s3.HeadObjectOutput, verbose bool) {
	if verbose {
		log.Print(*out.ETag)
	}
}

func helperMayNot(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) error {
	out, err := c.HeadObject(ctx, in)
	maybe(out, err == nil)
	maybe(out, false)
	return err
}

func size(out *s3.HeadObjectOutput) int64 { return *out.ContentLength }

func helperBelowCheck(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (int64, error) {
	out, err := c.HeadObject(ctx, in)
	if err != nil {
		return 0, err
	}
	return size(out), nil
}

func helperInElse(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) (n int64, err error) {
	if out, err := c.HeadObject(ctx, in); err != nil {
		log.Print(err)
	} else {
		n = size(out)
	}
	return n, nil
}

func helperPanics(out *s3.HeadObjectOutput, ok bool) int64 {
	if !ok {
		panic("no object")
	}
	return *out.ContentLength
}

func helperOfOutcome(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput) int64 {
	out, err := c.HeadObject(ctx, in)
	return helperPanics(out, err == nil)
}

func functionValue(ctx context.Context, c *s3.Client, in *s3.HeadObjectInput, show func(*s3.HeadObjectOutput)) error {
	out, err := c.HeadObject(ctx, in)
	show(out)
	return err
}
