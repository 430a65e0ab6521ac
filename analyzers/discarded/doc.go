// Package discarded reports AWS calls whose error reaches no reader.
package discarded

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error of an AWS call that nobody reads`,
	Text: `The error is thrown away: the call is a statement, the error is assigned to
the blank identifier, or it is overwritten before it is read on any path. A
throttled, denied or failed call then looks like one that worked: the object is
still there, the message was never sent, the item was never written.

Say so where the error does not matter:

    //awserrlint:ignore discarded the cache is only an optimization
    _, _ = client.PutItem(ctx, input)

The rule is silent in tests, mocks and fakes, and for the Close and Err of event
streams.

The fix returns the error where the function around the call returns one as its
last result. It is not offered where another error is on its way out already, in a
goroutine, or for a deferred call whose function does not name its error result.`,
	Before: `_, _ = client.DeleteObject(ctx, input)`,
	After: `if _, err := client.DeleteObject(ctx, input); err != nil {
	return fmt.Errorf("s3 DeleteObject: %w", err)
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
