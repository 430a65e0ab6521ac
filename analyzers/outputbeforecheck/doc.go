// Package outputbeforecheck reports outputs of AWS calls that are dereferenced
// before their error is checked.
package outputbeforecheck

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Output of an AWS call used before its error is checked`,
	Text: `An operation that fails returns a nil output. To touch a field of it before the
error is checked, where the error is known not to be nil, or below a branch that
only logs the error, panics: just when AWS throttles or denies the call, the program
crashes instead of handling it. The usual form is a deferred Close of a body above
the check.

The rule is silent where the output is compared with nil, where the error or the
output is handed to something else before, and where a function that handles the
error may not return. SDK v1 returns an output with every error, so its calls are
not looked at.

The fix moves the statement below the check that follows it, if that check leaves the block.`,
	Before: `out, err := client.GetObject(ctx, input)
defer out.Body.Close()
if err != nil {
	return err
}`,
	After: `out, err := client.GetObject(ctx, input)
if err != nil {
	return err
}
defer out.Body.Close()`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
