// Package errstring reports AWS errors that are matched by their text.
package errstring

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `AWS error matched by its text`,
	Text: `What the program does depends on the text of an error from AWS. The text is made for
people: services change their messages without notice, names of resources in it may
look like codes, and often it does not even contain what it is searched for:

  - the text contains the code, which for many errors is not the name of the type:
    NoSuchEntity and not NoSuchEntityException, AWS.SimpleQueueService.NonExistentQueue
    and not QueueDoesNotExist;
  - HeadObject returns NotFound, never NoSuchKey;
  - the error is wrapped, so the text never equals a code.

The SDK has a type for each error that an operation models, and smithy.APIError with a
code for all others. awserrlint reads the version of the SDK that the program compiles
against and says which of the two fits. A text with a code and a message
(ValidationException: Unknown operation) needs both: the type, and what its
ErrorMessage() contains.

A text that is no code is reported only if a type says the same. The rule is silent
about messages that are checked after a type or a code, about errors for which the SDK
has no type, such as those of waiters, and about texts that the program may have put
into an error itself, such as the failures in an output. If nothing says where an error
comes from, as in a helper that other packages call, it reports only codes that only
AWS has, and only if the helper asks for nothing else.

If the branch that the match decides only returns what the statement after it returns, the
match has no effect, and the branch can go: the finding says so with severity info.

Errors of SDK v1 are reported alike: their text starts with the code, which
awserr.Error returns.

The fix matches the type with errors.AsType (with errors.As in files of Go versions
before 1.26), or the code if there is no type.`,
	Before:   `if strings.Contains(err.Error(), "ConditionalCheckFailedException") {`,
	After:    `if _, ok := errors.AsType[*types.ConditionalCheckFailedException](err); ok {`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
