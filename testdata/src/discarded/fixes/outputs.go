package fixes

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// Who looks whether there is an output can do without it.

func guards(ctx context.Context, c *cloudwatchlogs.Client) (n int, err error) {
	o, _ := c.DescribeLogGroups(ctx, nil) // want `^the error of cloudwatchlogs.DescribeLogGroups is discarded; return or log it$`
	if o != nil && len(o.LogGroups) == 1 {
		n = len(o.LogGroups)
	}
	return n, nil
}

func guardsOneOfTwo(ctx context.Context, c *cloudwatchlogs.Client) (n int, err error) {
	o, _ := c.DescribeLogGroups(ctx, nil) // want `^the error of cloudwatchlogs.DescribeLogGroups is discarded; check it before using o$`
	if o != nil && len(o.LogGroups) == 1 {
		n = len(o.LogGroups)
	}
	return n + len(o.LogGroups), nil
}

func account(ctx context.Context, c *sts.Client) (string, error) {
	out, err := c.GetCallerIdentity(ctx, nil)
	if err != nil {
		return "", err
	}
	return aws.ToString(out.Account), nil
}

func asks(ctx context.Context, c *sts.Client) (string, error) {
	id, _ := account( // want `^the error of fixes.account \(from sts.GetCallerIdentity\) is discarded; return or log it$`
		ctx, c)
	fmt.Printf("account [%s]: ", id)
	if _, err := fmt.Scanln(&id); err != nil {
		return "", err
	}
	return id, nil
}

func asksNot(ctx context.Context, c *sts.Client) (string, error) {
	id, _ := account( // want `^the error of fixes.account \(from sts.GetCallerIdentity\) is discarded; check it before using id$`
		ctx, c)
	return "account " + id, nil
}

// An output that is assigned and not read is no reason to check the error.

func assignsForNothing(ctx context.Context, c *sqs.Client) error {
	var id string
	if _, err := fmt.Sscan("x", &id); err != nil {
		return err
	}
	id, _ = queueURL( // want `^the error of fixes.queueURL \(from sqs.GetQueueUrl\) is discarded; return or log it$`
		ctx, c)
	return nil
}

func queueURL(ctx context.Context, c *sqs.Client) (string, error) {
	out, err := c.GetQueueUrl(ctx, nil)
	if err != nil {
		return "", err
	}
	return aws.ToString(out.QueueUrl), nil
}

// What tidies up before a result is returned is no reason to return none. What the result stands
// for is one.

func receives(ctx context.Context, c *sqs.Client) ([]types.Message, error) {
	out, err := c.ReceiveMessage(ctx, nil)
	if err != nil {
		return nil, err
	}
	var good, bad []types.Message
	for _, m := range out.Messages {
		if m.Body != nil {
			good = append(good, m)
		} else {
			bad = append(bad, m)
		}
	}
	for range bad {
		_, _ = c.ChangeMessageVisibilityBatch(ctx, nil) // want `^the error of sqs.ChangeMessageVisibilityBatch is discarded; return or log it$`
	}
	return good, nil
}

func sends(ctx context.Context, c *sqs.Client) ([]string, error) {
	var sent []string
	for _, body := range []string{"a", "b"} {
		_, _ = c.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &body}) // want `^the error of sqs.SendMessage is discarded; return or log it$`
		sent = append(sent, body)
	}
	return sent, nil
}

func receivesAndSends(ctx context.Context, c *sqs.Client) ([]types.Message, error) {
	out, err := c.ReceiveMessage(ctx, nil)
	if err != nil {
		return nil, err
	}
	messages := out.Messages
	_, _ = c.SendMessage(ctx, nil) // want `^the error of sqs.SendMessage is discarded; return or log it$`
	return messages, nil
}
