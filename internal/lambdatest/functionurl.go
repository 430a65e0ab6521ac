package lambdatest

import (
	"bytes"
	"net/http"
)

// FunctionURL is the client of a function URL, in either invoke mode.
//
// An error of the function is a 502: doc
// https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html, Url5xxCount; say
// awsdocs/aws-lambda-developer-guide#430. A response without statusCode is the body of a 200 of
// type application/json: doc https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html,
// "Response payload format". A streamed response is a JSON prelude, eight zero bytes, and the body:
// doc https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html, "Response streaming"; an
// error that comes after them can no longer change the status. Status code 0 and the type of a body
// without Content-Type are assumed.
func FunctionURL(inv *Invocation) HTTPView {
	bad := newView(http.StatusBadGateway, jsonType, "Internal Server Error")
	if inv.Responded && inv.ContentType == "application/vnd.awslambda.http-integration-response" {
		return streamed(inv, bad)
	}
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
	return r.statusView(jsonType, bad)
}

func streamed(inv *Invocation, bad HTTPView) HTTPView {
	prelude, body, ok := bytes.Cut(inv.Response, make([]byte, 8))
	if !ok {
		return bad
	}
	r, err := decodeProxy(prelude)
	if err != nil {
		return bad
	}
	r.body = string(body)
	view := r.statusView("application/octet-stream", bad)
	view.Truncated = inv.Truncated || inv.TimedOut || inv.StreamError != nil
	return view
}
