// Package errassert reports type assertions and comparisons that look for an error type
// of the SDK without unwrapping.
package errassert

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Type assertion on an AWS error that only wraps the type`,
	Text: `A client of SDK v2 wraps what went wrong in a *smithy.OperationError. A type
assertion, a type switch or a comparison looks at this outermost error alone, so it
never finds *types.NoSuchKey, smithy.APIError or *http.ResponseError in it: the branch
is dead. errors.Is with a new value of such a type is always false, too, since no two
pointers to new values are equal.

errors.As and errors.AsType look at what is wrapped.

Errors of SDK v1 are not wrapped, so an assertion of awserr.Error is reported only
where the program has wrapped the error itself; and likewise for
*smithy.OperationError. The rule is silent about errors that the program has unwrapped
before, and about errors of unknown origin, unless callers hand them in to be asked for what
the SDK always wraps.

The fix keeps the names of variables and the branches. A type switch with one case
becomes an if statement, one with several a switch without a tag.`,
	Before:   `if _, ok := err.(*types.NoSuchKey); ok {`,
	After:    `if _, ok := errors.AsType[*types.NoSuchKey](err); ok {`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
