// Package outputbeforecheck reports outputs of AWS calls that are dereferenced
// before their error is checked.
package outputbeforecheck

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Output of an AWS call used before its error is checked`,
	Text: `An operation that fails returns a nil output. Reading a field of it panics: just when
AWS throttles or denies the call, the program crashes instead of handling the error.
That happens when the output is used before the error is checked, as in a deferred
Close of a body above the check, and below a check that only logs the error. The
output may also be passed to a function of the same package that reads its fields, and
come from a function of the program that returns nil with each error.

The rule is silent if the output is compared with nil, if the error or the output is
passed to something else first, and if a function that handles the error may not
return.

Calls of SDK v1 are not reported, since it returns an output with every error.

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
