// Package streamerr reports event streams whose events are read but not the error
// that ended them.
package streamerr

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Event stream whose error nobody reads`,
	Text: `The channel of an event stream is closed when the stream ends, and also when it
breaks: the connection is lost, the service throttles, the model fails in the middle
of its answer. A loop over the events just ends then. Only Err, or the result of
Close, which is the same, tells the two apart.

For lambda.InvokeWithResponseStream that is not enough: an error of the function
itself comes as the ErrorCode of the event InvokeComplete, and Err is nil.

The rule is silent where the stream or its events are passed on or stored. A deferred
Close, whose result nobody reads, is no check.

The fix adds the check of Err after the loop over the events.`,
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
