// Package errstring reports AWS errors that are matched by their text.
package errstring

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `AWS error matched by its text`,
	Text: `What the program does depends on the text of an error that comes from AWS. The
text is made for people. It holds messages that services change without notice and
names of resources that may look like codes, and often it does not even hold what it
is searched for:

  - the text has the code, which for many errors is not the name of the type:
    NoSuchEntity and not NoSuchEntityException, AWS.SimpleQueueService.NonExistentQueue
    and not QueueDoesNotExist;
  - HeadObject answers with NotFound, never with NoSuchKey;
  - the error is wrapped, so that the text never equals a code.

The SDK has a type for each error that an operation models, and smithy.APIError with a
code for all others. awserrlint reads the version of the SDK that the program compiles
against and says which of the two fits.

A text that is no code is reported only where a type would do; messages that are
checked after a type or a code, and errors for which the SDK has no type, such as those of
waiters, are not. Where the origin of an error is not known, as in a helper that is
called from other packages, only codes are reported that nobody but AWS has.

The fix matches the type with errors.AsType, in files of Go versions before 1.26 with
errors.As, or the code where there is no type.`,
	Before:   `if strings.Contains(err.Error(), "ConditionalCheckFailedException") {`,
	After:    `if _, ok := errors.AsType[*types.ConditionalCheckFailedException](err); ok {`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
