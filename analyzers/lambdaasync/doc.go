// Package lambdaasync reports failures of asynchronous Lambda handlers that Lambda never learns of.
package lambdaasync

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Failure of an asynchronous Lambda handler that Lambda never learns of`,
	Text: `SNS, S3, EventBridge, schedules, SES, CloudWatch Logs, CodeCommit, AWS Config and AWS IoT invoke a function
asynchronously: they hand the event to Lambda and do not wait. If the function returns an error, Lambda tries twice
more, and then sends the event to the on-failure destination or the dead-letter queue. A handler that logs the error
and returns nil, or that has no error result, has succeeded: there is no second try, the event reaches no queue, and the
Errors metric, on which alarms stand, stays at zero. The failure is a line in a log.

Return the error. In a loop over records, collect the errors, and return them when all records are handled: SNS sends one
record per event, and so does S3. As Lambda may deliver an event more than once anyway, handlers have to be idempotent.

The rule looks at handlers of such events, whatever starts them, and at functions that return nothing or only an error
and that only such handlers call. Of functions of other packages that return nothing and only log an error of AWS, it
reports the call. The type of the event tells the source, or a directive above the function:
//awserrlint:handler async. A function that gets no event, and returns nothing or only an error, is taken for one that a schedule starts. An error counts if it comes from AWS, or from what processes the event or a record, or if the
function ends because of it.

It is silent if the branch does more than log and clean up, or logs a warning or less; if the error is matched for more than
the words of a log, stored, counted or returned later; if a comment or
the text of the log says that the failure is skipped or ignored, or that the work goes on; for errors of closing,
tidying up and metrics, of what is done about another error, of events that are not valid and of single items that can never
be decoded; for what is read and done without; for what a loop deletes, which is there for the next event; for mails and WebSocket messages in a loop, which another
try would send again; and for what fails after people have been told, by mail, SMS, SNS or a messenger. Where they are told after the
failure, there is no fix: an error that is returned when all is done sends the mail again. Sources that wait for the result are left out: APIs, authorizers, all Cognito triggers, SES where a
disposition is returned, and jobs of CodePipeline and custom resources of CloudFormation, which learn of a failure by
another call.

With a comment which says that failures are logged and the work goes on, the severity is info.

The fix returns the error, joins it with others after the loop, or gives a handler an error result if it is only
started. There is none if more is done after the failure, in function literals, and in functions that return nothing.

Batches are the matter of lambdabatch, and errors of AWS that are not even logged that of swallowed and discarded.`,
	Before: `if _, err := client.PutItem(ctx, input); err != nil {
	log.Print(err)
	return nil
}`,
	After: `if _, err := client.PutItem(ctx, input); err != nil {
	log.Print(err)
	return fmt.Errorf("dynamodb PutItem: %w", err)
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
