// Package lambdaerrtype reports errors that the Lambda runtime does not send as they are meant.
package lambdaerrtype

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error of a type that the Lambda runtime does not send as meant`,
	Text: `Of the error that a handler returns, the runtime sends Error() of the outermost value and the
name of its type, and nothing else. What it sends is not what was meant where

  - a pointer to messages.InvokeResponse_Error, or a wrapped one, is returned: it is sent as a Go
    dump, and only the plain value has an effect;
  - an error whose text is JSON is wrapped with more text: that is no JSON any more;
  - the error result has a concrete type: a nil pointer in it is an error that is not nil, so
    every invocation fails;
  - an authorizer of a REST API returns an error that is nearly "Unauthorized": API Gateway answers
    401 to exactly this text and 500 to all others;
  - an error with JSON tags has a text Error(): the tags have no effect;
  - the handler of a state machine wraps an error of its own type: Catch and Retry match the name
    of the outermost type, which is now wrapError. Declare such handlers with
    //awserrlint:handler stepfunctions.

The fix returns the plain value, the wrapped error, or the exact text, and logs what is no longer
sent. A concrete result type becomes error where the function is only registered and every return
tells whether its error is nil.`,
	Before: `return nil, &messages.InvokeResponse_Error{Type: "ClientException", Message: text}`,
	After:  `return nil, messages.InvokeResponse_Error{Type: "ClientException", Message: text}`,
	Since:  "0.1.0",

	Severity: lint.SeverityError,
}
