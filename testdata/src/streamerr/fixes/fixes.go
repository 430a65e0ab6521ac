package fixes

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func rangeLoop(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) (int, error) {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return 0, err
	}
	n := 0
	for range out.GetStream().Events() { // want `s3.SelectObjectContent`
		n++
	}
	return n, nil
}

func variable(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) (n int, err error) {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return 0, err
	}
	stream := out.GetStream()
	defer stream.Close()
	events := stream.Events() // want `s3.SelectObjectContent`
loop:
	for event := range events {
		for range 3 {
			if event == nil {
				break loop
			}
		}
	}
	return n, nil
}

func checkedTooEarly(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) error {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	if err := stream.Err(); err != nil {
		return err
	}
	for event := range stream.Events() { // want `s3.SelectObjectContent`
		fmt.Println(event)
	}
	return nil
}

func selected(ctx context.Context, c *cloudwatchlogs.Client, in *cloudwatchlogs.StartLiveTailInput) error {
	out, err := c.StartLiveTail(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	defer func() { _ = stream.Close() }()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case event := <-stream.Events(): // want `cloudwatchlogs.StartLiveTail`
			if event == nil {
				return nil
			}
		}
	}
}

func noError(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		fmt.Println(err)
		return
	}
	for event := range out.GetStream().Events() { // want `s3.SelectObjectContent`
		fmt.Println(event)
	}
}

func byHelper(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput) error {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return err
	}
	drain(out.GetStream())
	return nil
}

func drain(stream *s3.SelectObjectContentEventStream) {
	for event := range stream.Events() { // want `s3.SelectObjectContent`
		fmt.Println(event)
	}
}

func neither(ctx context.Context, c *lambda.Client, in *lambda.InvokeWithResponseStreamInput) error {
	out, err := c.InvokeWithResponseStream(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	for event := range stream.Events() { // want `never read; call Err after the last event$` `check ErrorCode of the InvokeComplete event$`
		switch event := event.(type) {
		case *types.InvokeWithResponseStreamResponseEventMemberPayloadChunk:
			fmt.Println(event.Value.Payload)
		case *types.InvokeWithResponseStreamResponseEventMemberInvokeComplete:
			fmt.Println("done", event.Value.LogResult)
		}
	}
	return nil
}

func inGoroutine(ctx context.Context, c *s3.Client, in *s3.SelectObjectContentInput, to chan any) error {
	out, err := c.SelectObjectContent(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	go func() {
		defer close(to)
		for event := range stream.Events() { // want `s3.SelectObjectContent`
			to <- event
		}
	}()
	return nil
}
