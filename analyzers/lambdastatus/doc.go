// Package lambdastatus reports responses of Lambda handlers that lack a status, or what
// a load balancer demands.
package lambdastatus

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Response of a Lambda handler has no status, or no headers for a load balancer`,
	Text: `A response without a StatusCode is sent with "statusCode":0. API Gateway, a function URL and a load balancer
treat that as a fault of the function and return 502 (an HTTP API returns 500). SAM and LocalStack return 200, so local tests do not show it.
An ALBTargetGroupResponse with neither Headers nor MultiValueHeaders is sent with "headers":null, and the load balancer returns 502.

The rule reports response literals that are returned with a nil error. With -lambda.status200, it also reports those with a status
below 300 that show the text of an error.

The rule is silent if the field is or may be set later, for handlers behind a middleware that it does not know, for
response types that leave out an empty status, for streamed responses, and for WebSocket APIs. It does not depend on the SDK.

The fix sets the status 500 in a branch that is taken because of an error; which status another response should have is not known. It gives
a load balancer the Content-Type of a JSON body, or an empty map. There is no fix if the client could then read the text of an error that may come from AWS.`,
	Before: `if err != nil {
	log.Print(err)
	return events.APIGatewayProxyResponse{}, nil
}`,
	After: `if err != nil {
	log.Print(err)
	return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError}, nil
}`,
	Since:    "0.1.0",
	Severity: lint.SeverityError,
}
