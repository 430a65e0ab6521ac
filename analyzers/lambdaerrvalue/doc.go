// Package lambdaerrvalue reports error values that Lambda handlers encode as JSON.
package lambdaerrvalue

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error value in what a Lambda handler encodes as JSON`,
	Text: `encoding/json looks at the exported fields of a value and knows nothing of Error().
Most errors have no exported field, so the caller gets {} in place of a reason:

  - errors.New, fmt.Errorf and errors.Join become {};
  - what std returns is encoded by its fields, such as {"Offset":1};
  - an error of the AWS SDK holds the HTTP response, which cannot be encoded: Marshal fails,
    and with its error ignored the body is empty.

The rule looks at what the packages of Lambda handlers give to encoding/json, also by way of
functions of their own, and at what handlers return. It is silent for types that have exported
fields, MarshalJSON or MarshalText, and for errors of validation, which often do.

The fix encodes the text, where the error is not nil and is known not to come from AWS: the text
of such an error names tables, accounts and roles. Elsewhere choose the text yourself.`,
	Before: `if err != nil {
	body, _ := json.Marshal(map[string]any{"message": err})`,
	After: `if err != nil {
	body, _ := json.Marshal(map[string]any{"message": err.Error()})`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
