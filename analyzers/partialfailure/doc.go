// Package partialfailure reports AWS calls whose output tells of failures that
// nothing reads.
package partialfailure

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Failures that an output lists and nobody reads`,
	Text: `Many operations that take a batch return a nil error although a part of it
failed, or even all: what failed stands in a member of the output, such as Failed,
Errors, FailedRecordCount, UnprocessedItems or the FunctionError of a Lambda
function. A program that checks the error alone loses these records, messages or
deletions without a word. SDKs retry throttled requests, but never a part of a batch.

Which members report failures is told from the types of the SDK version in use. What
an output says of the past, such as the errors of a job that it describes, is left alone.

The rule is silent where a failure member is read in any way, where the number of
successes is compared, where the output is returned, stored or passed to a function
that could read it, and for invocations of Lambda functions that do not wait for the
result.

The fix inserts a check that returns an error below the check of the error. To
send the failed part again is often better.`,
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
