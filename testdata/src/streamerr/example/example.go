// Package example shows what the rule reports.
package example

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	lambdatypes "github.com/aws/aws-sdk-go-v2/service/lambda/types"
)

func subscribe(ctx context.Context, c *kinesis.Client, in *kinesis.SubscribeToShardInput) error {
	out, err := c.SubscribeToShard(ctx, in)
	if err != nil {
		return err
	}
	stream := out.GetStream()
	defer stream.Close()
	for event := range stream.Events() { // want `^the error of the event stream of kinesis.SubscribeToShard is never read; call Err after the last event$`
		fmt.Println(event)
	}
	return nil
}

func converse(ctx context.Context, c *bedrockruntime.Client, in *bedrockruntime.ConverseStreamInput) (string, error) {
	out, err := c.ConverseStream(ctx, in)
	if err != nil {
		return "", err
	}
	var text string
	for event := range out.GetStream().Events() { // want `the error of the event stream of bedrockruntime.ConverseStream`
		if delta, ok := event.(*types.ConverseStreamOutputMemberContentBlockDelta); ok {
			text += fmt.Sprint(delta.Value.Delta)
		}
	}
	return text, nil
}

func invoke(ctx context.Context, c *lambda.Client, in *lambda.InvokeWithResponseStreamInput) ([]byte, error) {
	out, err := c.InvokeWithResponseStream(ctx, in)
	if err != nil {
		return nil, err
	}
	stream := out.GetStream()
	defer stream.Close()
	var payload []byte
	for event := range stream.Events() { // want `^errors of the function that lambda.InvokeWithResponseStream invokes are never read; check ErrorCode of the InvokeComplete event$`
		if chunk, ok := event.(*lambdatypes.InvokeWithResponseStreamResponseEventMemberPayloadChunk); ok {
			payload = append(payload, chunk.Value.Payload...)
		}
	}
	return payload, stream.Err()
}
