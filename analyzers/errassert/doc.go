// Package errassert reports type assertions and comparisons that look for an error type
// of the SDK without unwrapping.
package errassert

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Type assertion on an AWS error that only wraps the type`,
	Text: `A client of SDK v2 wraps what went wrong in a *smithy.OperationError. A type
assertion, a type switch or a comparison looks only at this outermost error, so it
never finds the *types.NoSuchKey, smithy.APIError or *awshttp.ResponseError inside.
errors.Is with a new value of such a type is always false, too, since no two pointers
to new values are equal. No error is a nil pointer to such a type.

What the *smithy.OperationError holds, Err, is no such error either, but wraps it once
more. An interface of the program with a method such as ErrorCode is not found for the
same reason.

errors.As and errors.AsType look at what is wrapped.

If a function gets the error from its callers, and nothing says where it comes from, the finding
is a warning. The rule is silent if the program has unwrapped the error before, or if
the documentation of the function says that it gets unwrapped errors.

SDK v1 does not wrap its errors, so an assertion of awserr.Error is reported only if
the program has wrapped the error itself. The same holds for *smithy.OperationError.

If the assertion is negated, and its branch does more than log the error and leave, it
runs for every error today, and perhaps was meant for the one that is asked for: there
is no fix.

The fix keeps the names of variables and the branches. A type switch with one case
becomes an if statement, one with several a switch without a tag.`,
	Before:   `if _, ok := err.(*types.NoSuchKey); ok {`,
	After:    `if _, ok := errors.AsType[*types.NoSuchKey](err); ok {`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
