// Package handed reads event streams that other functions open.
package handed

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime"
	"github.com/aws/aws-sdk-go-v2/service/bedrockruntime/types"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
)

// Process is called with what another package has opened, and reads it to its end.
func Process(output *bedrockruntime.InvokeModelWithResponseStreamOutput) (string, error) {
	var text strings.Builder
	for event := range output.GetStream().Events() { // want `^the error of the event stream of bedrockruntime.InvokeModelWithResponseStream is never read; call Err after the last event$`
		if chunk, ok := event.(*types.ResponseStreamMemberChunk); ok {
			text.Write(chunk.Value.Bytes)
		}
	}
	return text.String(), nil
}

type chat struct{ client *bedrockruntime.Client }

func (c *chat) open(ctx context.Context, in *bedrockruntime.ConverseStreamInput) (*bedrockruntime.ConverseStreamEventStream, error) {
	out, err := c.client.ConverseStream(ctx, in)
	if err != nil {
		return nil, err
	}
	return out.GetStream(), nil
}

func (c *chat) ask(ctx context.Context, in *bedrockruntime.ConverseStreamInput) error {
	stream, err := c.open(ctx, in)
	if err != nil {
		return err
	}
	defer stream.Close()
	for event := range stream.Events() { // want `^the error of the event stream of bedrockruntime.ConverseStream is never read`
		if _, ok := event.(*types.ConverseStreamOutputMemberMessageStop); ok {
			return nil
		}
	}
	return nil
}

type opener interface {
	Open(ctx context.Context, shard string) (*kinesis.SubscribeToShardEventStream, error)
}

// The stream is closed after the loop: that returns its error.
func consume(ctx context.Context, o opener, shard string) error {
	for {
		stream, err := o.Open(ctx, shard)
		if err != nil {
			return err
		}
		for event := range stream.Events() { // want `^the error of the event stream of kinesis.SubscribeToShard is never read`
			if event == nil {
				return errors.New("no event")
			}
		}
		stream.Close() // until the next subscription
	}
}

// Near misses: the error is read where the stream is opened, or by whoever hands it in.

func (c *chat) checked(ctx context.Context, in *bedrockruntime.ConverseStreamInput) error {
	stream, err := c.open(ctx, in)
	if err != nil {
		return err
	}
	for range stream.Events() {
	}
	return stream.Err()
}

// Next reads one event; who calls it asks for the error.
func Next(stream *bedrockruntime.ConverseStreamEventStream) (types.ConverseStreamOutput, error) {
	event, ok := <-stream.Events()
	if !ok {
		return nil, io.EOF
	}
	return event, nil
}

// Drain says nothing of failures; its callers do.
func Drain(stream *bedrockruntime.ConverseStreamEventStream) int {
	n := 0
	for range stream.Events() {
		n++
	}
	return n
}

// Print is called here, and the error is read behind it.
func Print(stream *bedrockruntime.ConverseStreamEventStream, w io.Writer) error {
	for range stream.Events() {
		if _, err := io.WriteString(w, "."); err != nil {
			return err
		}
	}
	return nil
}

func (c *chat) print(ctx context.Context, in *bedrockruntime.ConverseStreamInput, w io.Writer) error {
	stream, err := c.open(ctx, in)
	if err != nil {
		return err
	}
	if err := Print(stream, w); err != nil {
		return err
	}
	return stream.Err()
}
