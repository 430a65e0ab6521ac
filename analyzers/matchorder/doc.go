// Package matchorder reports matches of specific AWS errors that a general match
// before them makes unreachable.
package matchorder

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Match of a specific error after a general one that catches it`,
	Text: `Every error that an AWS service returns is a smithy.APIError, comes in an HTTP response,
and is wrapped in a *smithy.OperationError. If the program asks for one of these first
and leaves, or asks for the specific error only in the else branch, it never finds the
specific error: the branch for it never runs.

If the program compares the code in the branch of the general match already, the dead
match does no harm: the finding says so with severity info.

The rule is silent if the general match has a further condition, or if its branch goes
on to the specific match. An error that ends an event stream is not wrapped: the rule is
silent about its type unless it knows that the error comes from elsewhere. It is silent about smithy.APIError, too, where
the package has a type of its own that is one. It does not check matches of errors of SDK v1.

The fix swaps the two if both are branches of the same kind next to each other, and
neither declares what the other uses.`,
	Before: `if errors.As(err, &apiErr) {
	return fmt.Errorf("AWS returned %s: %w", apiErr.ErrorCode(), err)
}
if errors.As(err, &noSuchKey) {
	return nil
}`,
	After: `if errors.As(err, &noSuchKey) {
	return nil
}
if errors.As(err, &apiErr) {
	return fmt.Errorf("AWS returned %s: %w", apiErr.ErrorCode(), err)
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
