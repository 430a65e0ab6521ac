// Package lambdaproxyerr reports Lambda handlers of HTTP requests that fail with an error,
// which their callers turn into an answer that tells nothing.
package lambdaproxyerr

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Lambda handler that returns an error to API Gateway, a function URL or a load balancer`,
	Text: `An error that a handler of HTTP requests returns never reaches the client. Whatever its
text, JSON or not, the client gets {"message": "Internal server error"} with status 502 from a
REST API, a function URL or a load balancer, and with 500 from an HTTP API. A panic, log.Fatal
and os.Exit do the same, and end the process as well: the next request waits for a new one.

A handler is what is registered with lambda.Start and its like, and what takes a request
of these sources and returns a response and an error. The rule is silent for handlers behind a
middleware that it does not know, which may turn the error into a response; for the error of
json.Marshal; where a deferred function changes the results; and for WebSocket APIs.

The fix returns a response with a JSON error and logs the error. It adds the function
errorResponse to the package: the status is that of the failed call to an AWS service
(-lambda.sdkstatus=500 hides it), otherwise 500, and nothing else of the error reaches the
client. With -lambda.helper it calls a function of your own instead. It is not offered for
panics, for results of other types, and where the error may be nil. Since nil is returned, the
invocation no longer counts among Lambda's Errors: watch the log, or the status.`,
	Before:   `return events.APIGatewayProxyResponse{}, err`,
	After:    `return errorResponse(err), nil`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
