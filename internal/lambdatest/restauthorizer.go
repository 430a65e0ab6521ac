package lambdatest

import (
	"encoding/json"
	"net/http"
	"slices"
)

// RESTAuthorizer is the client of an API Gateway REST API with a Lambda authorizer; a status of 200 means that the
// request goes on to the method.
//
// The error "Unauthorized" is a 401 and any other a 500: doc
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html; say auth0-samples
// jwt-rsa-aws-custom-authorizer#6. A response without principalId or policy is a 500
// (AuthorizerConfigurationError), a Deny is a 403: doc same. Statements apply whatever their resource.
func RESTAuthorizer(inv *Invocation) HTTPView {
	bad := ownAnswer(http.StatusInternalServerError, jsonType, `{"message":null}`)
	if failure := inv.Failure(); failure != nil {
		if failure.Message == "Unauthorized" {
			return ownAnswer(http.StatusUnauthorized, jsonType, `{"message":"Unauthorized"}`)
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
	return ownAnswer(http.StatusForbidden, jsonType, `{"Message":"User is not authorized to access this resource"}`)
}

// statement is one of the policy that an authorizer returns.
type statement struct{ Effect string }

// decodePolicy returns the statements of a response's policy, none if it has no valid one.
func decodePolicy(response map[string]json.RawMessage) []statement {
	var policy struct{ Statement []statement }
	if json.Unmarshal(response["policyDocument"], &policy) != nil {
		return nil
	}
	return policy.Statement
}

// allows tells whether nothing in a policy denies.
func allows(policy []statement) bool {
	return !slices.ContainsFunc(policy, func(s statement) bool { return s.Effect != "Allow" })
}
