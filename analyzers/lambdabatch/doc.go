// Package lambdabatch reports failures of single records that Lambda's event sources never learn of.
package lambdabatch

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Failure of a record in a batch that the queue or stream never learns of`,
	Text: `A function handles SQS messages, or records of Kafka, or of a Kinesis or DynamoDB stream. If one fails,
it logs the error, goes on, and returns nil at the end. For Lambda all has worked: the messages are
deleted, and the stream moves on. The failure is a line in a log.

Return the failures as BatchItemFailures, and set ReportBatchItemFailures in the
FunctionResponseTypes of the event source mapping. Or return the error: then the whole batch is
retried. A record of a stream that cannot be decoded or encoded, or is invalid, would block the
stream until it expires: send it to a dead-letter queue, and go on.

FIFO queues: stop at the first failure, and report that message and all after it. If later messages
are handled, they overtake the one that failed. The rule cannot see what kind of queue it is, unless
the file names a queue that ends in .fifo or reads the attribute MessageGroupId. Then it says so, and
the fix does it. Streams are retried from the failure with the lowest sequence number on, so records
after it are handled again.

Kafka, MSK and self-managed, knows failures of single records in provisioned mode. They are identified by
partition and offset; package events has no types for that, see lambda.md.

Firehose has a function transform records, and waits for a result for each. With the result Ok a record counts as
transformed: one that failed goes to the destination as it was, or empty. With ProcessingFailed it goes to
the bucket, where it can be processed again. The rule reports Ok in the branch for an error, and for data whose error is only
logged. A comment in the branch, or a log that says that the record is passed on, silences it.

The rule looks at loops over records and at functions for one record, wherever they are, and at
function literals in the loop, such as goroutines. Records may be of a type of the program that is a
copy of one in package events. It also reports failures that do not say which record they belong to: ItemIdentifier is the MessageId of an SQS message (not its receipt handle) and
the SequenceNumber of a stream record (not its event ID). With any other one, and with an empty one,
Lambda retries the whole batch.

It is silent if the branch does more than log, note the error in a trace or count what is only
logged; if the error is read below; if what was counted or collected decides below; for errors of
closing and deleting; and if a comment says that the record is not to be retried, or is skipped,
dropped or ignored. For a record that cannot be decoded any comment will do.

With a comment which says that failures are logged and the work goes on, in the branch or above the loop,
the severity is info.

The fix appends a failure if the function returns such a response, corrects identifiers, and sets ProcessingFailed.

Errors of AWS SDK v1 and v2, and of anything else, are treated alike.`,
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
