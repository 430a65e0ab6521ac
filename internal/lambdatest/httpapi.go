package lambdatest

import "net/http"

const httpAPIError = `{"message":"Internal Server Error"}`

// HTTPAPI is the client of an API Gateway HTTP API with payload format 2.0.
//
// An error of the function is a 500:
// doc https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html.
// A response without statusCode, whatever it is, is the body of a 200: doc
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html, "Lambda
// function response for format 2.0"; rec aws-lambda-dotnet, Amazon.Lambda.TestTool InvokeResponseExtensions.
// Status code 0 is a 500, and text is text: rec same, ApiGatewayResponseExtensions, V2_HandlesZeroStatusCode.
func HTTPAPI(inv *Invocation) HTTPView {
	bad := newView(http.StatusInternalServerError, jsonType, httpAPIError)
	if inv.Failure() != nil {
		return bad
	}
	if !hasStatusCode(inv.Response) {
		return newView(http.StatusOK, jsonType, string(inv.Response))
	}
	r, err := decodeProxy(inv.Response)
	if err != nil {
		return bad
	}
	return r.statusView(textType, bad)
}

// HTTPAPIv1 is the client of an API Gateway HTTP API with payload format 1.0: the responses of a REST API, the errors
// of an HTTP API. Nothing is inferred.
//
// rec aws-lambda-dotnet, Amazon.Lambda.TestTool ApiGatewayResponseExtensions and InvokeResponseExtensions, mode HttpV1.
// That members are not checked is assumed.
func HTTPAPIv1(inv *Invocation) HTTPView {
	bad := newView(http.StatusInternalServerError, jsonType, httpAPIError)
	if inv.Failure() != nil {
		return bad
	}
	r, err := decodeProxy(inv.Response)
	if err != nil {
		return bad
	}
	return r.statusView(textType, bad)
}
