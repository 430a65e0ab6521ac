// Package lambdadropresp reports responses of Lambda handlers that nobody gets, because
// an error is returned with them.
package lambdadropresp

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Response of a Lambda handler that an error beside it throws away`,
	Text: `With a non-nil error the Lambda runtime sends the error alone. The response next to it, with
its status and body, reaches nobody: API Gateway, a function URL and a load balancer answer 502
(an HTTP API 500) whatever it says. A handler of SQS messages or stream records that returns its
BatchItemFailures with an error gets the whole batch again.

The rule also reports a function that makes a response and is called as a statement, without
a use of the result.

The rule is silent where the error may be nil, where nothing was written to the response, for handlers behind
a middleware that it does not know, where a deferred function changes the results, and for a batch of which
every record has failed.

The fix returns nil, and logs the error unless the statement before does. Since nil is returned, the invocation no
longer counts among Lambda's Errors. It is not offered for a response that may hold the text of an error of AWS, which
the client must not see; the fix of lambdabody takes it out.`,
	Before: `return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, err`,
	After: `log.Print(err)
return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, nil`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
