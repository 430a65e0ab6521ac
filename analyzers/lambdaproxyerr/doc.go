// Package lambdaproxyerr reports Lambda handlers of HTTP requests that fail with an error, a panic or an
// exit: the client gets a plain 502.
package lambdaproxyerr

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error, panic or exit of a Lambda handler behind API Gateway, a function URL or a load balancer`,
	Text: `An error that a handler of HTTP requests returns never reaches the client. Whatever its
text, JSON or not, the client gets {"message": "Internal server error"} with status 502 from a
REST API, a function URL or a load balancer, and with 500 from an HTTP API. A panic, log.Fatal
and os.Exit have the same effect and end the process as well: the next request waits for a new one.

A handler is what the program registers with lambda.Start and its like, or with a function of its
own that does so, and any function that takes a request of these sources and returns a response and
an error. For log.Fatal, os.Exit and panics, the rule also looks at functions of the package that only
handlers call; there, a panic counts if it is for an error, or in a function that is given the request.
Of functions in other packages, and behind interfaces, it reports the first call of one that ends the
process for an error, unless its name says that it is for the start of the program, such as NewStore.
Use them while the program starts, and return errors later.

The rule is silent for handlers behind a middleware that may turn the error into a response; for
the error of json.Marshal; for a check of an error that is always nil; if a deferred function changes
the results, or recovers from panics; and for WebSocket APIs.

The fix returns a response with a JSON error and logs the error. It calls the program's own function
for such responses if there is one, and otherwise adds errorResponse: the status is that of the
failed call to an AWS service (-lambda.sdkstatus=500 hides it), otherwise 500, and nothing else of
the error reaches the client. There is no fix for panics and exits, for results of other types, if
one of the handler's errors may be nil, and if the program writes its errors in a way that the fix cannot repeat. Since the fixed handler returns nil, the invocation no longer counts among
Lambda's Errors: watch the log, or the status.

Errors of AWS SDK v1 and v2, and of anything else, are treated alike.`,
	Before:   `return events.APIGatewayProxyResponse{}, err`,
	After:    `return errorResponse(err), nil`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
