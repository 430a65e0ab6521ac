// Package swallowed reports errors of AWS calls that are compared with nil and then
// dropped.
package swallowed

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error of an AWS call that is checked and then dropped`,
	Text: `The error is compared with nil, but if it is not nil the function carries on as if
all were well: it returns nil, takes the next item, leaves the loop, or says no. Often
the function wants to know whether something exists. A HeadObject that is throttled,
or that the caller may not perform, then means that the object does not exist, and the
program overwrites it, or creates a second one. A loop that tries a few times and
returns nil at the end is the same fault, and so is a function that asks whether the
error is of one kind and carries on where it is of another, and an error that is only
made into another one by fmt.Errorf or Wrap, with which nothing is done: return was forgotten.

The rule is silent if the code does anything about the failure: it logs, wraps,
stores or passes on the error, returns another error or a default, tries again, or
calls a function. It is also silent about conditions that are polled, checks of health
and credentials, searches that end in an error where nothing is found, calls that are
meant to fail, shell completion, and what programs can do without, such as instance
metadata. Where
something is read, and a branch that does nothing or only leaves or continues a loop
gives the reason in a comment, in whatever language, or one above the call says that
it reads an extra, the finding is an info.

Calls of SDK v1 are reported alike.

The fix returns the error. In a check whether something exists, it first matches the
error by which the operation says that it does not, as the SDK version in use models
it. If that is not known, if a loop continues with the next item, or if the function collects
its errors or does more than to log before it returns the one above, there is no fix. Where
some kinds of errors are handled, and each leaves the function, the others are returned below.`,
	Before: `if _, err := client.HeadObject(ctx, input); err != nil {
	return false, nil
}
return true, nil`,
	After: `if _, err := client.HeadObject(ctx, input); err != nil {
	if _, ok := errors.AsType[*types.NotFound](err); ok {
		return false, nil
	}
	return false, fmt.Errorf("s3 HeadObject: %w", err)
}
return true, nil`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
