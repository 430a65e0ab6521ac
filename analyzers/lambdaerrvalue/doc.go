// Package lambdaerrvalue reports error values that Lambda handlers and HTTP servers encode as JSON.
package lambdaerrvalue

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error value that a Lambda handler or an HTTP server encodes as JSON`,
	Text: `encoding/json looks at the exported fields of a value and does not call Error(). Most errors
have no exported fields, so the caller gets {} in place of a reason:

  - errors.New, fmt.Errorf and errors.Join become {};
  - errors of the standard library become their fields, such as {"Offset":1};
  - an error of AWS SDK v2 holds the HTTP response, which cannot be encoded: Marshal fails, and if
    its error is ignored, the body is empty.

The rule looks at what packages with Lambda handlers pass to encoding/json, also by way of functions
of their own, and at what handlers return. It is silent for types that have exported fields,
MarshalJSON or MarshalText, in whatever package they are, and for errors of validation, which often
have. In packages without Lambda handlers it looks at what is sent to the clients of an HTTP server, by encoding/json, gin, echo, fiber or chi's render
package, and only at errors that come from AWS. Where nothing but an error is encoded that a function of another package returns, and its type
is not known, the severity is info.

The fix encodes the text if the error is not nil and is known not to come from AWS: the text of an
AWS error names tables, accounts and roles. In other places choose the text yourself. That holds for
SDK v1 as well.`,
	Before: `if err != nil {
	body, _ := json.Marshal(map[string]any{"message": err})`,
	After: `if err != nil {
	body, _ := json.Marshal(map[string]any{"message": err.Error()})`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
