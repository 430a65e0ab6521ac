package lambdatest

import "net/http"

// ALB is the client of an Application Load Balancer with a Lambda target.
//
// An error of the function (LambdaUnhandled) and a malformed response (LambdaInvalidResponse) are a 502:
// doc https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html.
// A response must have headers: doc
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html; say aws-lambda-go#207 and
// aws-lambda-go-api-proxy#79 of "headers":null. Status code 0 and application/octet-stream are assumed.
func ALB(inv *Invocation) HTTPView {
	bad := newView(http.StatusBadGateway, "text/html", "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n")
	if inv.Failure() != nil {
		return bad
	}
	r, err := decodeProxy(inv.Response)
	if err != nil || !r.hasHeaders || r.status == nil || *r.status == 0 {
		return bad
	}
	return r.view(*r.status, "application/octet-stream")
}
