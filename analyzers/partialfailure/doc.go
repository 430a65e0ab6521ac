// Package partialfailure reports AWS calls that can fail in part with a nil error, where the
// program does not look at what failed.
package partialfailure

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `AWS call that can fail in part, and the program does not look`,
	Text: `Many operations that take a batch return a nil error although some of its items
failed, or even all of them. What failed is listed in a member of the output, such as
Failed, Errors, FailedRecordCount, UnprocessedItems, or the FunctionError of a Lambda
function. A program that checks only the error loses these records, messages or
deletions silently. SDKs retry throttled requests, but never the failed part of a batch.

Operations that get several things by their names, such as codebuild.BatchGetBuilds, leave out
what does not exist and list that in a member such as BuildsNotFound. A program that takes the first
element for granted panics. The severity is warning, since the call only reads.

The types of the SDK version in use tell which members report failures. An output that
describes the past, such as the errors of a job, is left alone.

The rule is silent where the program reads a failure member in any way, counts the
successes, looks up each name that it asked for, or returns, stores or passes on the
output. The length of a list that has one element for each request, such as the Records
of kinesis.PutRecords, says nothing about failures and is no check. Calls of Lambda
functions that do not wait for the result are left alone, and so are log events that
bear the time at which they are sent: CloudWatch rejects only others.

Calls of SDK v1 are reported in the same way.

The fix inserts a check that returns an error, below the check of the error. Sending the
failed part again is often better. Where the client is an interface, the check allows for
mocks that return a nil output. There is no fix where the other errors around the call tell
more than a text, such as a status, where the function collects its errors to return them in
the end, and where it does more than to log the error of the call before it returns that.`,
	Before: `_, err := client.PutRecords(ctx, input)
if err != nil {
	return err
}`,
	After: `out, err := client.PutRecords(ctx, input)
if err != nil {
	return err
}
for _, entry := range out.Records {
	if entry.ErrorCode != nil {
		return fmt.Errorf("kinesis PutRecords: %d failed, first: %s", aws.ToInt32(out.FailedRecordCount), *entry.ErrorCode)
	}
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
