// Package silent holds what the rule does not report.
package silent

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type reader struct {
	stream *kinesis.SubscribeToShardEventStream
}

func (r *reader) stored(ctx context.Context, c *kinesis.Client, in *kinesis.SubscribeToShardInput) error {
	out, err := c.SubscribeToShard(ctx, in)
	if err != nil {
		return err
	}
	r.stream = out.GetStream()
	for event := range r.stream.Events() {
		fmt.Println(event)
	}
	return nil
}

func (r *reader) read() {
	for event := range r.stream.Events() {
		fmt.Println(event)
	}
}

func fromCaller(stream *kinesis.SubscribeToShardEventStream) {
	for event := range stream.Events() {
		fmt.Println(event)
	}
}

func returned(ctx context.Context, c *kinesis.Client, in *kinesis.SubscribeToShardInput) (*kinesis.SubscribeToShardEventStream, error) {
	out, err := c.SubscribeToShard(ctx, in)
	if err != nil {
		return nil, err
	}
	stream := out.GetStream()
	<-stream.Events()
	return stream, nil
}

func checked(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) error {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return err
	}
	for event := range out.GetStream().Events() {
		fmt.Println(event)
	}
	return out.GetStream().Err()
}

func readerChecked(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) error {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return err
	}
	reader := out.GetStream().Reader
	for event := range reader.Events() {
		fmt.Println(event)
	}
	return reader.Err()
}

func closed(ctx context.Context, c *cloudwatchlogs.Client, in *cloudwatchlogs.StartLiveTailInput) error {
	out, err := c.StartLiveTail(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case event, ok := <-stream.Events():
			if !ok {
				return stream.Close()
			}
			fmt.Println(event)
		}
	}
}

func closedLater(ctx context.Context, c *cloudwatchlogs.Client, in *cloudwatchlogs.StartLiveTailInput) (err error) {
	out, err := c.StartLiveTail(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	defer func() {
		if e := stream.Close(); e != nil {
			err = e
		}
	}()
	for event := range stream.Events() {
		fmt.Println(event)
	}
	return nil
}

func passedOn(ctx context.Context, c *cloudwatchlogs.Client, in *cloudwatchlogs.StartLiveTailInput, finish func(interface{ Err() error }) error) error {
	out, err := c.StartLiveTail(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	for event := range stream.Events() {
		fmt.Println(event)
	}
	return finish(stream)
}

func byHelper(ctx context.Context, c *kinesis.Client, in *kinesis.SubscribeToShardInput) error {
	out, err := c.SubscribeToShard(ctx, in)
	if err != nil {
		return err
	}
	return drain(out.GetStream())
}

func drain(stream *kinesis.SubscribeToShardEventStream) error {
	for event := range stream.Events() {
		fmt.Println(event)
	}
	return stream.Err()
}

func complete(ctx context.Context, c *lambda.Client, in *lambda.InvokeWithResponseStreamInput) error {
	out, err := c.InvokeWithResponseStream(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	for event := range stream.Events() {
		switch event := event.(type) {
		case *types.InvokeWithResponseStreamResponseEventMemberPayloadChunk:
			fmt.Println(event.Value.Payload)
		case *types.InvokeWithResponseStreamResponseEventMemberInvokeComplete:
			if event.Value.ErrorCode != nil {
				return fmt.Errorf("function error: %s", *event.Value.ErrorCode)
			}
		}
	}
	return stream.Err()
}

func eventPassedOn(ctx context.Context, c *lambda.Client, in *lambda.InvokeWithResponseStreamInput, handle func(any)) error {
	out, err := c.InvokeWithResponseStream(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	for event := range stream.Events() {
		handle(event)
	}
	return stream.Err()
}
