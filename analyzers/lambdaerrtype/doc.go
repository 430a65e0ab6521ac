// Package lambdaerrtype reports errors that the Lambda runtime does not send as they are meant.
package lambdaerrtype

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error type that the Lambda runtime does not send as meant`,
	Text: `Of the error that a handler returns, the runtime sends Error() of the outermost value and the
name of its type, and nothing else. That is not what was meant if

  - the handler returns a pointer to messages.InvokeResponse_Error, or wraps one: it is sent as a
    Go dump, and only the plain value has an effect;
  - the handler wraps an error with a JSON text in more text: the result is no JSON;
  - the error result has a concrete type: a nil pointer in it is an error that is not nil, so
    every invocation fails;
  - an authorizer of a REST API returns an error that is nearly "Unauthorized": API Gateway returns
    401 for exactly this text and 500 for all others;
  - an error with JSON tags has a text Error(): the tags have no effect;
  - the handler of a state machine wraps an error of its own type: Catch and Retry match the name
    of the outermost type, which is now wrapError. Declare such handlers with
    //awserrlint:handler stepfunctions.

The fix returns the plain value, the wrapped error, or the exact text, and logs what is no longer
sent. It makes the concrete result type error if the function is only registered and every return
shows whether its error is nil.

The rule does not depend on the SDK: it is the same for programs with v1 and v2.`,
	Before: `return nil, &messages.InvokeResponse_Error{Type: "ClientException", Message: text}`,
	After:  `return nil, messages.InvokeResponse_Error{Type: "ClientException", Message: text}`,
	Since:  "0.1.0",

	Severity: lint.SeverityError,
}
