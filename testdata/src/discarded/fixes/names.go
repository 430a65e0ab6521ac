package fixes

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func declaresBefore(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (int, error) {
	out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	url, err := c.GetQueueUrl(ctx, nil)
	if err != nil {
		return 0, err
	}
	if err := work(); err != nil {
		return 0, err
	}
	return len(out.Messages) + len(*url.QueueUrl), nil
}

func hidesOuter(ctx context.Context, c *sqs.Client, ins []*sqs.ReceiveMessageInput) (int, error) {
	n, err := 0, work()
	if err != nil {
		return 0, err
	}
	for _, in := range ins {
		out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
		n += len(out.Messages)
	}
	return n, nil
}

func usesOuter(ctx context.Context, c *sqs.Client, ins []*sqs.ReceiveMessageInput) (int, error) {
	n, err := 0, work()
	if err != nil {
		return 0, err
	}
	for _, in := range ins {
		out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
		n += len(out.Messages)
		err = work()
	}
	return n, err
}

func namesResult(ctx context.Context, c *sqs.Client, ins []*sqs.ReceiveMessageInput) (n int, err error) {
	for _, in := range ins {
		out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
		n += len(out.Messages)
	}
	return
}

func onlyErrLater(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (int, error) {
	out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	err := work()
	return len(out.Messages), err
}

func blankBesideErrLater(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput, p *s3.Client) (int, error) {
	out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	_, err := p.PutObject(ctx, nil)
	return len(out.Messages), err
}

func variableLater(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (int, error) {
	out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	var err error
	if in != nil {
		err = work()
	}
	return len(out.Messages), err
}

func errInBranch(ctx context.Context, c *sqs.Client, in *sqs.ReceiveMessageInput) (int, error) {
	out, _ := c.ReceiveMessage(ctx, in) // want `discarded`
	if in != nil {
		err := work()
		log.Print(err)
	}
	return len(out.Messages), nil
}
