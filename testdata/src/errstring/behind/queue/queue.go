// Package queue has interfaces, each with two types behind it.
package queue

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

type Sender interface {
	Send(ctx context.Context) error
}

type Receiver interface {
	Receive(ctx context.Context) error
}

type Plain struct{ Client *sqs.Client }

// Send keeps only the text of the error.
func (p *Plain) Send(ctx context.Context) error {
	if _, err := p.Client.SendMessage(ctx, &sqs.SendMessageInput{}); err != nil {
		return fmt.Errorf("send: %v", err)
	}
	return nil
}

func (p *Plain) Receive(ctx context.Context) error {
	_, err := p.Client.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{})
	return err
}

type Limited struct{ Client *sqs.Client }

func (l *Limited) Send(ctx context.Context) error {
	if _, err := l.Client.SendMessage(ctx, &sqs.SendMessageInput{}); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

func (l *Limited) Receive(ctx context.Context) error {
	if _, err := l.Client.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{}); err != nil {
		return fmt.Errorf("receive: %w", err)
	}
	return nil
}

type Deleter interface {
	Delete(ctx context.Context) error
}

func (l *Limited) Delete(ctx context.Context) error {
	_, err := l.Client.DeleteMessage(ctx, &sqs.DeleteMessageInput{})
	return err
}

// InMemory is for programs without AWS.
type InMemory struct{ messages map[string]string }

func (m *InMemory) Delete(ctx context.Context) error {
	if len(m.messages) == 0 {
		return errors.New("QueueDoesNotExist")
	}
	return nil
}
