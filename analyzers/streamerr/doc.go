// Package streamerr reports event streams and bodies that are read, but not the error
// that ended them, and bodies that are neither read nor closed.
package streamerr

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Event stream or body that is read without checking its error`,
	Text: `The channel of an event stream is closed when the stream ends, and also when it
breaks: the connection is lost, the service throttles, the model fails in the middle
of its response. In both cases a loop over the events simply ends. Err tells the two
apart, and so does the result of Close, which is the same.

For lambda.InvokeWithResponseStream that is not enough: an error of the function
itself arrives as the ErrorCode of the InvokeComplete event, and Err is nil.

The body of an output, such as that of s3.GetObject, breaks in the same way. What has been read
by then looks complete to a program that throws away the error of io.ReadAll, io.Copy, ReadFrom or
a decoder.

A body that nothing takes, as in _, err := client.GetObject(ctx, in), keeps its connection open. Each
call opens another one, until the client has 2048 to the host, its limit unless it is told
otherwise, and then every call waits. That is a warning. A body that is read until it ends gives its
connection back even if it is not closed.

The rule is silent if the stream or its events are passed on or stored. A stream that
another function opens, or that callers hand to a function that can fail, is reported if
a loop reads it to its end. A deferred Close is no check, since its result is lost.

A body that is only drained, or copied to the response of a server, is left alone.

Streams and bodies of SDK v1 are not reported.

The fix adds the check of Err after the loop over the events. If the stream is closed
there, it checks what Close returns. The error of reading a body is returned.`,
	Before: `for event := range stream.Events() {
	handle(event)
}`,
	After: `for event := range stream.Events() {
	handle(event)
}
if err := stream.Err(); err != nil {
	return fmt.Errorf("kinesis SubscribeToShard: %w", err)
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
