// Package lambdabatch reports failures of single records that Lambda's event sources never hear of.
package lambdabatch

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Failure of a record in a batch that the queue or stream never hears of`,
	Text: `A handler of SQS messages, or of records of a Kinesis or DynamoDB stream, logs the error
of a record, goes on with the next one and returns nil at the end. For the caller all has
worked: messages are deleted, and the stream is not read again. The failure is a line in a log.

Return the failures as BatchItemFailures, and set ReportBatchItemFailures in the
FunctionResponseTypes of the event source mapping, or return the error, for which the whole
batch comes again.

The rule also reports failures that do not say which record they belong to. The ItemIdentifier is
the MessageId of an SQS message (not its receipt handle) and the SequenceNumber of a stream
record (not its event ID). With any other one, and with an empty one, all records come again.

It is silent where the branch does more than logging, where the error is read below, for errors of
closing and deleting, and where a comment says that the record is not to be retried, or is
skipped, dropped or ignored. For a record that cannot be decoded any comment will do.

The fix appends a failure where the handler already returns such a response, and corrects
identifiers.`,
	Before: `if err := process(ctx, record); err != nil {
	log.Print(err)
	continue
}`,
	After: `if err := process(ctx, record); err != nil {
	log.Print(err)
	failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: record.MessageId})
	continue
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
