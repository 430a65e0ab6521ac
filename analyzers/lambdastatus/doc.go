// Package lambdastatus reports responses of Lambda handlers that lack a status, or what
// a load balancer demands.
package lambdastatus

import "honnef.co/go/tools/analysis/lint"

// Doc is the page of the rule.
var Doc = &lint.RawDocumentation{
	Title: `Response of a Lambda handler without a status, or without headers for a load balancer`,
	Text: `A response without StatusCode says "statusCode":0. API Gateway, a function URL and a load balancer
take that for a fault of the function and answer 502 (an HTTP API 500); SAM and LocalStack answer 200, so that nobody notices.
An ALBTargetGroupResponse with neither Headers nor MultiValueHeaders says "headers":null, and the load balancer answers 502.

Reported are response literals that are returned with a nil error. With -lambda.status200, also those with a status
below 300 that show the text of an error.

The rule is silent where the field is set later or may be, for handlers behind a middleware that it does not know, for
response types that leave out an empty status, for streamed responses, and for WebSocket APIs.

The fix sets the status 500 where an error has been found; which status another response should have is not known. It gives
a load balancer the Content-Type of a JSON body, or no headers. It is not offered where the client could then read the text of an error of AWS.`,
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
