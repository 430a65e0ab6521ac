// Package lambdabody reports error bodies of Lambda handlers that are plain text, and texts of AWS
// errors that HTTP servers show to their clients.
package lambdabody

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error body is plain text, or shows clients the text of an AWS error`,
	Text: `A REST API labels a body without a Content-Type as application/json, so clients try to parse the text
and fail. HTTP APIs label it text/plain and load balancers application/octet-stream, which is consistent, but clients of a JSON API
expect JSON in errors, too: there, and for function URLs, the finding is an info. So it is if the program's other responses
are plain text, too: then only the Content-Type is missing. The text of an error can also give away too much: errors of AWS contain
the names of tables, roles and accounts. Bodies that may show such a text are warnings everywhere.

The rule reports bodies of responses with a status of 400 or more, and bodies that contain the text of an error. Functions that make
responses for other packages count if the body contains the text of an error. The text of an error of unknown origin counts as plain text, unless
the package has, or uses, an error type whose Error method returns JSON.

It also reports where an HTTP server shows a client the text of an error that comes from AWS, in a Lambda function behind
an adapter or anywhere else: by http.Error, an http.ResponseWriter, encoding/json, gin, echo, fiber, or chi's render package, also through
functions of the same package. The text goes on in errors that fmt.Errorf or errors.New make of it, with %w or without. Only errors count that AWS returns to
this program, in whatever package; errors that the program makes itself, those of credentials and configuration, and those that something has
matched first, do not. A function that sends errors of the program as well should go on to show these: a fixed message would lose them.

It is a warning if go.mod requires aws-lambda-go, and else an info: nothing tells whether strangers can reach the server. Those who run
a program have to read what AWS says. So without aws-lambda-go, nothing is reported of a package that is likely to be for them:

  - it serves clients at loopback addresses only, be they the defaults of flags or other settings (it is not known where main serves clients of another package);
  - it, or a package that it imports, chooses a profile of ~/.aws;
  - some error that it shows comes from an operation that manages an account, such as s3.ListBuckets or iam.CreateUser, and not from one on items, objects or messages.

Nor does it report a package, in a Lambda function or elsewhere, that makes credentials of keys in requests: there the text is about an account of the client's own.

The rule is silent if the body may be JSON, if a Content-Type other than JSON is set, or may be set by code that
the rule cannot follow, for base64 bodies, for responses beside an error,
which are lost (lambdadropresp reports them), behind a middleware that it does not know, and for WebSocket APIs. It needs no SDK, so it holds for
errors of SDK v1 and v2 alike; of both it reports texts that HTTP servers show.

The fix makes the body a JSON object and adds a Content-Type. If the status is 500 or more, or if the error may
come from AWS, the fix logs the error, unless that is done, and tells the client only what the status means.
If the program has a function for error responses or their bodies, the fix calls it; otherwise, if the message is not constant, it adds
the function errorBody. There is no fix for bodies in variables or made by other functions, if the program writes its errors in
a way that the fix cannot repeat, and if handlers in several files could need errorBody and none of these starts the program.
Nor is there one if the operation asks users for something, as one that signs them in or can refuse a password: then the text is all
that tells them what they did wrong. Match that, and hide the rest.

For HTTP servers, the fix logs the error, unless that is done, and sends http.StatusText. It is offered only for err.Error() beside a status of 500 or more,
only if the error is certain to come from AWS, and not where the finding is an info.`,
	Before: `return events.APIGatewayProxyResponse{StatusCode: 404, Body: "no such order"}, nil`,
	After: `return events.APIGatewayProxyResponse{
	StatusCode: 404,
	Headers:    map[string]string{"Content-Type": "application/json"},
	Body:       ` + "`" + `{"isError":true,"type":"ClientException","message":"no such order"}` + "`" + `,
}, nil`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
