// Package matchorder reports matches of special AWS errors that a general match
// before them makes unreachable.
package matchorder

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Special match that a general one before it makes unreachable`,
	Text: `Every error that an AWS service answers with is a smithy.APIError, comes in an HTTP
response, and is wrapped in a smithy.OperationError. Where the program asks for one of
these first and leaves, or asks for the special error only otherwise, the special
error is never found: the branch that was written for it is dead.

The rule is silent where the general match has a further condition, or where its
branch goes on to the special match.

The fix swaps the two where both are branches of the same kind next to each other,
and neither declares what the other uses.`,
	Before: `if errors.As(err, &apiErr) {
	return fmt.Errorf("AWS answered %s: %w", apiErr.ErrorCode(), err)
}
if errors.As(err, &noSuchKey) {
	return nil
}`,
	After: `if errors.As(err, &noSuchKey) {
	return nil
}
if errors.As(err, &apiErr) {
	return fmt.Errorf("AWS answered %s: %w", apiErr.ErrorCode(), err)
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
