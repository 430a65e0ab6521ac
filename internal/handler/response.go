package handler

import (
	"go/types"
	"reflect"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// responses are the types of package events that describe an HTTP response, and the source
// of each where the event does not tell it.
var responses = map[string]Source{
	"APIGatewayProxyResponse":   REST,
	"APIGatewayV2HTTPResponse":  HTTP,
	"LambdaFunctionURLResponse": URL,
	"ALBTargetGroupResponse":    ALB,
}

// authorizers are the types of package events with which an authorizer says who may call an API.
var authorizers = map[string]Source{
	"APIGatewayCustomAuthorizerResponse":            RESTAuthorizer,
	"APIGatewayV2CustomAuthorizerSimpleResponse":    HTTPAuthorizer,
	"APIGatewayV2CustomAuthorizerIAMPolicyResponse": HTTPAuthorizer,
}

// ResponseSource returns the source that responses of type t are for, Unknown if it is no type of package events, and
// none that is defined by one:
//
//	type Response events.APIGatewayProxyResponse
func ResponseSource(t types.Type) Source {
	if name := EventsType(t); name != "" {
		return responses[name]
	}
	s := awssdk.Struct(t)
	if s == nil || !IsHTTPResponse(t) || s.Field(0).Pkg() == nil || s.Field(0).Pkg().Path() != awspath.Events {
		return Unknown
	}
	if ResponseField(s, "cookies") != nil && ResponseField(s, "multiValueHeaders") != nil {
		return HTTP
	}
	return Proxy
}

// RequestSource returns the source that sends events of type t, Unknown if it is no type of package events.
func RequestSource(t types.Type) Source { return eventSources[EventsType(t)] }

// IsHTTPResponse reports whether a value of type t, or what it points to, describes an
// HTTP response to API Gateway, a function URL or a load balancer, as a whole.
func IsHTTPResponse(t types.Type) bool {
	if name := EventsType(t); name != "" {
		return responses[name] != Unknown
	}
	s := awssdk.Struct(t)
	return s != nil && ResponseField(s, "statusCode") != nil && ResponseField(s, "body") != nil
}

// ResponseField returns the field of s that is called name in JSON, nil if there is none.
func ResponseField(s *types.Struct, name string) *types.Var {
	for i := range s.NumFields() {
		tag, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
		if tag == name {
			return s.Field(i)
		}
	}
	return nil
}

// EventsType returns the name of the type of package events that t is, or points to, "" if it is none: "SQSEvent".
func EventsType(t types.Type) string {
	if name := awssdk.TypeName(t); name != nil && name.Pkg() != nil && name.Pkg().Path() == awspath.Events {
		return name.Name()
	}
	return ""
}
