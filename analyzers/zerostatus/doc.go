// Package zerostatus reports HTTP statuses of AWS errors that are sent to a client although they can
// be 0.
package zerostatus

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `HTTP status of an AWS error is sent on although it can be 0`,
	Text: `If AWS does not respond, because the connection is refused, a timeout ends it, or the context is cancelled,
the error of the call still is, or wraps, a *ResponseError, but its HTTPStatusCode returns 0. The standard library panics on a status below 100,
so a client gets no response at all, just when AWS cannot be reached. gin and fiber send 200 instead: the client takes
the error for a success. API Gateway, a function URL and a load balancer return 502 for a Lambda response with status 0 (an HTTP API returns 500).

The rule reports statuses that flow to http.Error and WriteHeader, to the status parameters of gin, echo, fiber and chi's render package, and to the StatusCode
of a Lambda response, also through variables, fields, and functions of the program. It follows HTTPStatusCode and Response.StatusCode of
*awshttp.ResponseError and *smithyhttp.ResponseError, and HTTPStatusCode of any interface that the error of an AWS call is matched with.

The rule is silent if the status is compared with something that 0 is not, such as status >= 400, or given to a function that may check it,
and if something proves that AWS has responded: the error matches smithy.APIError or an error of a service, or does not match *smithyhttp.RequestSendError.

The fix falls back to http.StatusInternalServerError with cmp.Or, or to the status that the variable had before. There is no
fix before Go 1.22, if the fault is in a function whose callers may expect 0, or if the program compares the status with 0 elsewhere.`,
	Before: `status := http.StatusInternalServerError
var respErr *awshttp.ResponseError
if errors.As(err, &respErr) {
	status = respErr.HTTPStatusCode()
}
http.Error(w, http.StatusText(status), status)`,
	After: `status := http.StatusInternalServerError
var respErr *awshttp.ResponseError
if errors.As(err, &respErr) {
	status = cmp.Or(respErr.HTTPStatusCode(), status)
}
http.Error(w, http.StatusText(status), status)`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
