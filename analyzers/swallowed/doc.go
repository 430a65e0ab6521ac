// Package swallowed reports errors of AWS calls that are compared with nil and then
// dropped.
package swallowed

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error of an AWS call that is checked and then dropped`,
	Text: `The error is compared with nil, but where it is not nil the function goes on as if
all were well: it returns nil, takes the next item, leaves the loop, or answers "no".
The usual form is a check whether something exists: a HeadObject that is throttled, or
that the caller may not perform, then means that the object does not exist, and the
program writes it again, or creates a second one.

The rule is silent where anything is done about the failure: the error is logged,
wrapped, stored or passed on, another error or a special value is returned, the call
is tried again, a function is called.

The fix returns the error. For a check whether something exists it first matches the
error by which the operation says that it does not, as the SDK version in use models
it; where that is not known, there is no fix.`,
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
