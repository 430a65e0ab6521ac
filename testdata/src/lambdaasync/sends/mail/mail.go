// Package mail writes to people.
package mail

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sns"
)

type Client struct {
	SNS   *sns.Client
	Topic string
}

// Send sends text.
func (c *Client) Send(text string) {
	_, err := c.SNS.Publish(context.Background(), &sns.PublishInput{TopicArn: &c.Topic, Message: &text})
	if err != nil {
		panic(err)
	}
}
