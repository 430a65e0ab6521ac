// Package lambdahandjson reports JSON of Lambda handlers that is put together by hand.
package lambdahandjson

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `JSON of a Lambda handler is put together by hand`,
	Text: `The body of a response, or the text of an error that should be JSON, comes from fmt.Sprintf or
concatenation, and contains an error or a string between quotes as it is. A quote in it, as in
the texts of most errors of encoding/json and strconv, ends the JSON string, so the client cannot
read the response that explains the error. Worse, a client can add members of its own.

The rule follows texts to the bodies of responses, to errors.New and fmt.Errorf, to Error methods,
and to the Message of a messages.InvokeResponse_Error. A %q is only worth an info, shown with -all: most texts are the same
in Go's quotes and in those of JSON. The rule is silent for numbers, for named string
types, for constants, and for what contains no quotes: the results of strconv, encoding/hex,
encoding/base64 and net/http.StatusText, UUIDs, times, request IDs and environment variables. It does not depend on the SDK.

The fix encodes the operands, if the rest is JSON. There is none for error responses if the program has a function for these.`,
	Before: "Body: fmt.Sprintf(`{\"error\":\"%s\"}`, err),",
	After:  "Body: `{\"error\":` + jsonString(err.Error()) + `}`,",
	Since:  "0.1.0",

	Severity: lint.SeverityError,
}
