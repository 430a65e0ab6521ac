// Package discarded reports AWS calls whose error reaches no reader.
package discarded

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error of an AWS call is discarded`,
	Text: `The call is a statement, its error is assigned to the blank identifier, overwritten
before it is read, or passed to a function that ignores it. A throttled, denied or
failed call then looks like one that worked: the object is still there, the message
was never sent, the item was never written.

The same holds for functions that return such an error: those of the program, also
through its interfaces and from its other packages, retry loops, and Wait of an
errgroup. A function that logs each error it returns is left alone, also if it logs
none once its context is done.

Say so where the error does not matter:

    //awserrlint:ignore discarded the cache is only an optimization
    _, _ = client.PutItem(ctx, input)

A finding is an info where a comment says that the call is best effort, where another
linter has been told to accept it (//nolint:errcheck), where the function returns
another error right after, for a call that undoes something, such as
AbortMultipartUpload, where the function has failed or the deletion that follows is
checked, and for a call that reads something without a use for it. It
is a warning where an undoing call is deferred, for metrics and traces, and where the
error of a function can also be one that does not come from AWS.

The rule is silent in tests, mocks and fakes, and for the Close and Err of event
streams. It treats calls of SDK v1 and v2 alike.

The fix returns the error where the function around the call returns one as its
last result, made as the other errors there. It is not offered where these tell more
than a text, such as a status, and it is not known how to make such, where another
error is returned already, in a goroutine, for a deferred call that can fail in part or in a function without a
named error result, where the error can be one that does not come from AWS, where the
program checks whether the output is nil or empty, and for a call that tidies up before the
result is returned. Nor is it where the function makes an HTTP response for Lambda of all
that fails, collects its errors to return them in the end, still has to wait for goroutines, or does more than to log before it returns the one above, and for a call that
removes what is then created, and need not exist, or that makes what can be there already.`,
	Before: `_, _ = client.DeleteObject(ctx, input)`,
	After: `if _, err := client.DeleteObject(ctx, input); err != nil {
	return fmt.Errorf("s3 DeleteObject: %w", err)
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
