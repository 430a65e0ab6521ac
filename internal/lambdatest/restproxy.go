package lambdatest

import "net/http"

// RESTProxy is the client of an API Gateway REST API with a Lambda proxy integration.
//
// An error of the function, and a response that is malformed or has an unknown member, is a 502 without details:
// doc https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html, "Handling errors with an API Gateway API".
// {} is an empty 200 and a body without a Content-Type is labelled as JSON: rec localstack,
// test_aws_proxy_response_payload_format_validation. Status code 0 is a 502: rec aws-lambda-dotnet,
// Amazon.Lambda.TestTool ApiGatewayResponseExtensions, V1_HandlesZeroStatusCode.
func RESTProxy(inv *Invocation) HTTPView {
	bad := newView(http.StatusBadGateway, jsonType, `{"message": "Internal server error"}`)
	if inv.Failure() != nil {
		return bad
	}
	r, err := decodeProxy(inv.Response)
	if err != nil || r.unknown {
		return bad
	}
	return r.statusView(jsonType, bad)
}

// statusView returns the view of r, with status 200 if r has none, or bad if the status is 0.
func (r *proxyResponse) statusView(contentType string, bad HTTPView) HTTPView {
	switch {
	case r.status == nil:
		return r.view(http.StatusOK, contentType)
	case *r.status == 0:
		return bad
	default:
		return r.view(*r.status, contentType)
	}
}
