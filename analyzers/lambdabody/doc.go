// Package lambdabody reports error bodies of Lambda handlers that are no JSON.
package lambdabody

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Error body of a Lambda handler that is no JSON`,
	Text: `A REST API labels a body without Content-Type as application/json, so a client that parses
the text fails on it. HTTP APIs and load balancers label it otherwise, but clients of an
interface that speaks JSON expect JSON of its errors, too (-lambda.text=false leaves these
alone). The text of an error is worse still where it comes from AWS: it tells clients the names of
tables, roles and accounts.

Reported are the bodies of responses with status 400 or more, and those made of the text of an error.

The rule is silent where the body may be JSON; where a Content-Type other than JSON is set, or may be set by code that
the rule cannot follow; for encoded bodies; behind a middleware that it does not know; and for WebSocket APIs.

The fix makes a JSON object of the message, and adds the Content-Type. Where the status is 500 or more, or the error may
come from AWS, the text is logged, and the client reads what the status means. It adds the function errorBody to
the package where the message is not constant. It is not offered for bodies that are variables or made by other functions.`,
	Before: `return events.APIGatewayProxyResponse{StatusCode: 404, Body: "no such order"}, nil`,
	After: `return events.APIGatewayProxyResponse{
	StatusCode: 404,
	Headers:    map[string]string{"Content-Type": "application/json"},
	Body:       ` + "`" + `{"isError":true,"type":"ClientException","message":"no such order"}` + "`" + `,
}, nil`,
	Since:    "0.1.0",
	Severity: lint.SeverityWarning,
}
