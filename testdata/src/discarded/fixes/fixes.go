package fixes

import (
	"context"
	"errors"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
	"golang.org/x/sync/errgroup"
)

type state struct {
	n     int
	names [2]string
}

func statement(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	c.DeleteObject(ctx, in) // want `discarded`
	return nil
}

func multiline(ctx context.Context, c *sqs.Client, url string) (int, string, *state, state, []int, error) {
	_, _ = c.SendMessage(ctx, &sqs.SendMessageInput{ // want `discarded`
		QueueUrl: &url,
		// the body stays as it is
		MessageBody: &url,
	}) // and so does this comment
	return 1, "", nil, state{}, nil, nil
}

func keepsOutput(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) ([]types.Message, error) {
	out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	return out.Messages, nil
}

func reusesErr(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (string, error) {
	url, err := c.GetQueueUrl(ctx, &sqs.GetQueueUrlInput{})
	if err != nil {
		return "", err
	}
	out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	return *url.QueueUrl + *out.Messages[0].Body, nil
}

func keepsPendingErr(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput, work func() error) error {
	err := work()
	out, _ := c.ReceiveMessage(ctx, in) // want `^the error of sqs.ReceiveMessage is discarded; check it before using out$`
	log.Print(len(out.Messages))
	return err
}

func hidesNothing(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (n int, err error) {
	if in != nil {
		out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
		n = len(out.Messages)
	}
	return
}

func assigned(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) error {
	var out *sqs.ReceiveMessageOutput
	out, _ = c.ReceiveMessage(ctx, in) // want `discarded`
	log.Print(out)
	return nil
}

func overwritten(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	_, err := c.DeleteObject(ctx, in) // want `discarded`
	_, err = c.DeleteObject(ctx, in)
	return err
}

func onlyUse(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	_, err := c.DeleteObject(ctx, in) // want `discarded`
	_ = err
	return nil
}

func deferred(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageInput) (err error) {
	defer c.DeleteMessage(ctx, in) // want `discarded`
	return work()
}

func deferredMultiline(ctx context.Context, c *sqs.Client, url string) (n int, err error) {
	defer c.DeleteMessage(ctx, &sqs.DeleteMessageInput{ // want `discarded`
		QueueUrl: &url,
	})
	return 1, work()
}

func deferredUnnamed(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageInput) error {
	defer c.DeleteMessage(ctx, in) // want `^the error of sqs.DeleteMessage is discarded; name the error result and join the two in a deferred closure$`
	return work()
}

func deferredNoError(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageInput) {
	defer c.DeleteMessage(ctx, in) // want `; log it in a deferred closure$`
}

func deferredChanging(ctx context.Context, c *sqs.Client, in *sqs.DeleteMessageInput) (err error) {
	defer c.DeleteMessage(ctx, in) // want `discarded`
	in = nil
	return work()
}

func inLoop(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	for _, in := range ins {
		c.DeleteObject(ctx, in) // want `discarded`
	}
	return nil
}

func inSwitch(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput, n int) (float64, error) {
	switch n {
	case 1:
		c.DeleteObject(ctx, in) // want `discarded`
	default:
		_, _ = c.DeleteObject(ctx, in) // want `discarded`
	}
	return 0, nil
}

func inClosure(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) func() (bool, error) {
	return func() (bool, error) {
		c.DeleteObject(ctx, in) // want `discarded`
		return true, nil
	}
}

func inHeader(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) error {
	if out, _ := c.ReceiveMessage(ctx, in); out != nil { // want `discarded`
		log.Print(out)
	}
	return nil
}

func noError(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) {
	c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; log it or pass it on$`
}

func cleanup(ctx context.Context, c *s3.Client, in *s3.AbortMultipartUploadInput) error {
	if err := work(); err != nil {
		c.AbortMultipartUpload(ctx, in) // want `info: ^the error of s3.AbortMultipartUpload is discarded; log it, or join it with the returned error$`
		return err
	}
	return nil
}

func generic[T any](ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) (T, error) {
	c.DeleteObject(ctx, in) // want `discarded`
	var zero T
	return zero, nil
}

func anonymous(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) (struct{ N int }, [2]time.Duration, error) {
	c.DeleteObject(ctx, in) // want `discarded`
	return struct{ N int }{}, [2]time.Duration{}, nil
}

func load(ctx context.Context) (*s3.Client, error) {
	cfg, _ := config.LoadDefaultConfig(ctx) // want `the error of config.LoadDefaultConfig is discarded`
	return s3.NewFromConfig(cfg), nil
}

func work() error { return nil }

func hidesOther(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	err := work()
	c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; log it, or join it with the returned error$`
	return err
}

func hidesOtherInClosure(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	err := work()
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; log it, or join it with the returned error$`
	return nil
}

func hidesMade(ctx context.Context, c *s3.Client, in *s3.AbortMultipartUploadInput) (int, error) {
	if in.UploadId == nil {
		c.AbortMultipartUpload(ctx, in) // want `info: ^the error of s3.AbortMultipartUpload is discarded; log it, or join it with the returned error$`
		return 0, errors.New("no upload")
	}
	return 1, nil
}

func afterSuccess(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	err := work()
	if err == nil {
		return nil
	}
	c.DeleteObject(ctx, in) // want `info: ^the error of s3.DeleteObject is discarded; log it, or join it with the returned error$`
	return err
}

func checkedBefore(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) error {
	err := work()
	if err != nil {
		return err
	}
	defer func() { log.Print(err) }()
	c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return err
}

func severalAssigned(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (a, b, d *sqs.ReceiveMessageOutput, _ error) {
	a, _ = c.ReceiveMessage(ctx, in) // want `discarded`
	b, _ = c.ReceiveMessage(ctx, in) // want `discarded`
	d, _ = c.ReceiveMessage(ctx, in) // want `discarded`
	return a, b, d, nil
}

func mixed(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) error {
	var b *sqs.ReceiveMessageOutput
	a, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	b, _ = c.ReceiveMessage(ctx, in)  // want `discarded`
	log.Print(a, b)
	return nil
}

func inGroup(ctx context.Context, c *s3.Client, ins []*s3.DeleteObjectInput) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, in := range ins {
		g.Go(func() error {
			c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
			return nil
		})
	}
	return g.Wait()
}

func shadowedType(ctx context.Context, c *s3.Client, in *s3.DeleteObjectInput) (state, error) {
	state := state{}
	c.DeleteObject(ctx, in) // want `^the error of s3.DeleteObject is discarded; return or log it$`
	return state, nil
}

func deferredInLoop(ctx context.Context, c *sqs.Client, ins []*sqs.DeleteMessageInput) (err error) {
	for _, in := range ins {
		defer c.DeleteMessage(ctx, in) // want `discarded`
	}
	return work()
}

func deferredNow(ctx context.Context, c *sqs.Client, in func() *sqs.DeleteMessageInput) (err error) {
	defer c.DeleteMessage(ctx, in()) // want `discarded`
	return work()
}

func deferredFieldChanging(ctx context.Context, c *sqs.Client, s *queue) (err error) {
	defer c.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: aws.String(s.url), ReceiptHandle: &s.handle}) // want `discarded`
	s.handle = "other"
	return work()
}

func deferredField(ctx context.Context, c *sqs.Client, s *queue) (err error) {
	defer c.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: aws.String(s.url), ReceiptHandle: &s.handle}) // want `discarded`
	return work()
}

type queue struct{ url, handle string }
