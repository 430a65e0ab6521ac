package lambdatest

import (
	"encoding/json"
	"net/http"
	"slices"
)

// RESTAuthorizer is the client of an API Gateway REST API with a Lambda authorizer. Status 200
// means that the request goes on to the method.
//
// The error "Unauthorized" is a 401 and any other a 500: doc
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html; say auth0-samples
// jwt-rsa-aws-custom-authorizer#6. A response without principalId or policy is a 500
// (AuthorizerConfigurationError), a Deny is a 403: doc same. Statements apply whatever their resource.
func RESTAuthorizer(inv *Invocation) HTTPView {
	bad := newView(http.StatusInternalServerError, jsonType, `{"message":null}`)
	if failure := inv.Failure(); failure != nil {
		if failure.Message == "Unauthorized" {
			return newView(http.StatusUnauthorized, jsonType, `{"message":"Unauthorized"}`)
		}
		return bad
	}
	members, _ := decodeObject(inv.Response)
	var principal string
	json.Unmarshal(members["principalId"], &principal) //nolint:errcheck // stays empty, which is invalid
	statements := decodePolicy(members)
	if principal == "" || len(statements) == 0 {
		return bad
	}
	if allows(statements) {
		return HTTPView{Status: http.StatusOK}
	}
	return newView(http.StatusForbidden, jsonType, `{"Message":"User is not authorized to access this resource"}`)
}

// statement is a statement of the policy that an authorizer returns.
type statement struct{ Effect string }

// decodePolicy returns the statements of the policy in a response, none if the policy is invalid.
func decodePolicy(response map[string]json.RawMessage) []statement {
	var policy struct{ Statement []statement }
	if json.Unmarshal(response["policyDocument"], &policy) != nil {
		return nil
	}
	return policy.Statement
}

// allows reports whether no statement denies.
func allows(policy []statement) bool {
	return !slices.ContainsFunc(policy, func(s statement) bool { return s.Effect != "Allow" })
}
