// Package lambdadropresp reports responses of Lambda handlers that are lost, because
// an error is returned with them.
package lambdadropresp

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error drops the response of a Lambda handler`,
	Text: `If a handler returns an error, Lambda sends only the error. The response beside it, with
its status and body, is lost: API Gateway, a function URL and a load balancer return 502
(an HTTP API returns 500) whatever the response says. If a handler of SQS messages or stream records returns its
BatchItemFailures with an error, Lambda ignores the list and retries the whole batch.

The rule also looks at functions and methods that make responses for handlers in other packages. And
it reports a call that makes a response and does not use it, in a handler, in a function that returns
a response, and in one that writes to an http.ResponseWriter: there, a return or a write is missing.

A comment at the return that says that the error is logged or may be ignored makes the finding an info, without a fix.

The rule is silent if the error may be nil, if nothing was written to the response, for WebSocket APIs, whose clients get
responses only if a route response is configured, for handlers that take no event and make responses with a status alone, which others than an API may invoke, behind
a middleware that it does not know, if a deferred function changes the results, for a batch of which
every record has failed, and for errors of a batch that are not about one of its records. It does not depend on the SDK.

The fix logs the error, unless a statement before does, and returns nil. The invocation then no
longer counts among Lambda's Errors. There is no fix if the response may contain the text of an error
that may come from AWS, or with a status of 500 or more that of any error, which the client must not see and another body must replace
first; if its status is not that of an error, which must be set first; nor inside the loop over a batch, where the remaining
records would have to be listed, too.`,
	Before: `return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, err`,
	After: `log.Print(err)
return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, nil`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
