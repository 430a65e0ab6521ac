package lambdatest

import (
	"encoding/json"
	"net/http"
)

// HTTPAuthorizer is the client of an API Gateway HTTP API with a Lambda authorizer. Status 200 means that the request
// goes on to the integration. The response may be simple (isAuthorized) or a policy.
//
// doc https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html:
// a failed call and an invalid response are a 500, a refusal is a 403. No error text is documented
// to mean anything else.
func HTTPAuthorizer(inv *Invocation) HTTPView {
	bad := newView(http.StatusInternalServerError, jsonType, httpAPIError)
	if inv.Failure() != nil {
		return bad
	}
	members, _ := decodeObject(inv.Response)
	var allowed bool
	if simple, ok := members["isAuthorized"]; ok {
		if json.Unmarshal(simple, &allowed) != nil {
			return bad
		}
	} else {
		policy := decodePolicy(members)
		if len(policy) == 0 {
			return bad
		}
		allowed = allows(policy)
	}
	if allowed {
		return HTTPView{Status: http.StatusOK}
	}
	return newView(http.StatusForbidden, jsonType, `{"message":"Forbidden"}`)
}
