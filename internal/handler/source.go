package handler

import (
	"go/types"
	"reflect"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// A Source is an event source: who calls a handler, and what it makes of an error.
type Source int

// The event sources.
const (
	Unknown        Source = iota // nothing tells
	REST                         // API Gateway REST API, proxy integration
	HTTP                         // API Gateway HTTP API
	URL                          // function URL
	ALB                          // Application Load Balancer
	WebSocket                    // API Gateway WebSocket API
	Proxy                        // one of the above
	RESTAuthorizer               // authorizer of a REST API
	HTTPAuthorizer               // authorizer of an HTTP API
	SQS                          // SQS queue
	Kinesis                      // Kinesis stream
	DynamoDB                     // DynamoDB stream
	Batch                        // one of the three, declared
	Other                        // another source, none of whose errors are matched by their text
	Own                          // somebody who knows the handler's own types and waits for its result
	NonProxy                     // API Gateway REST API, integration that is not a proxy
	StepFunctions                // state machine
)

// IsHTTP reports whether the source turns the result into an HTTP response, and an
// error into one that tells nothing.
func (s Source) IsHTTP() bool { return REST <= s && s <= Proxy }

// IsBatch reports whether the events of the source are batches of records that can fail
// one by one.
func (s Source) IsBatch() bool { return SQS <= s && s <= Batch }

// eventSources are the types of package events that tell the source. What is not
// listed is of some Other.
var eventSources = map[string]Source{
	"APIGatewayProxyRequest":                       REST,
	"APIGatewayV2HTTPRequest":                      HTTP,
	"LambdaFunctionURLRequest":                     URL,
	"ALBTargetGroupRequest":                        ALB,
	"APIGatewayWebsocketProxyRequest":              WebSocket,
	"APIGatewayCustomAuthorizerRequest":            RESTAuthorizer,
	"APIGatewayCustomAuthorizerRequestTypeRequest": RESTAuthorizer,
	"APIGatewayV2CustomAuthorizerV1Request":        HTTPAuthorizer,
	"APIGatewayV2CustomAuthorizerV2Request":        HTTPAuthorizer,
	"SQSEvent":                                     SQS,
	"KinesisEvent":                                 Kinesis,
	"KinesisTimeWindowEvent":                       Kinesis,
	"DynamoDBEvent":                                DynamoDB,
	"DynamoDBTimeWindowEvent":                      DynamoDB,
}

// responses are the types of package events that describe an HTTP response, and the source
// of each where the event does not tell it.
var responses = map[string]Source{
	"APIGatewayProxyResponse":   REST,
	"APIGatewayV2HTTPResponse":  HTTP,
	"LambdaFunctionURLResponse": URL,
	"ALBTargetGroupResponse":    ALB,
}

// sourceOf returns the source of a handler with the signature sig.
func (f *finder) sourceOf(sig *types.Signature) Source {
	var response types.Type
	if sig.Results().Len() == 2 {
		response = sig.Results().At(0).Type()
	}
	event := eventOf(sig)
	if event != nil {
		if s := f.eventSource(event); s != Unknown {
			return s
		}
	}
	if response == nil {
		return Unknown
	}
	if name := eventsName(response); responses[name] != Unknown {
		return responses[name]
	}
	switch {
	case IsHTTPResponse(response):
		return Proxy
	case eventsName(response) != "" || event == nil || !isOwn(event):
		return Unknown
	}
	return Own
}

// eventOf returns the type of the event: that of the last parameter, unless it is the
// context.
func eventOf(sig *types.Signature) types.Type {
	n := sig.Params().Len()
	if n == 0 || awssdk.IsContext(sig.Params().At(n-1).Type()) {
		return nil
	}
	return sig.Params().At(n - 1).Type()
}

// eventSource returns the source of events of type t, Unknown if t is no type of
// aws-lambda-go.
func (f *finder) eventSource(t types.Type) Source {
	if name := eventsName(t); name != "" {
		if s, ok := eventSources[name]; ok {
			return s
		}
		return Other
	}
	named := defined(t)
	if named == nil || named.Obj().Pkg() == nil {
		return Unknown
	}
	if awspath.Within(named.Obj().Pkg().Path(), awspath.LambdaLib) {
		return Other
	}
	if f.events != nil { // type Request events.APIGatewayProxyRequest
		for name, s := range eventSources {
			if obj := f.events.Scope().Lookup(name); obj != nil && types.Identical(obj.Type().Underlying(), named.Underlying()) {
				return s
			}
		}
	}
	return Unknown
}

// isOwn reports whether t is a type that somebody made for the events of a handler.
func isOwn(t types.Type) bool {
	_, ok := types.Unalias(deref(t)).Underlying().(*types.Struct)
	return ok
}

// IsHTTPResponse reports whether a value of type t, or what it points to, describes an
// HTTP response to API Gateway, a function URL or a load balancer, as a whole.
func IsHTTPResponse(t types.Type) bool {
	if name := eventsName(t); name != "" {
		return responses[name] != Unknown
	}
	s, ok := types.Unalias(deref(t)).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	return ResponseField(s, "statusCode") != nil && ResponseField(s, "body") != nil
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

// eventsName returns the name of t, or what t points to, if that is a type of package events.
func eventsName(t types.Type) string {
	named := defined(t)
	if named == nil || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != awspath.Events {
		return ""
	}
	return named.Obj().Name()
}

// defined returns the defined type that t is or points to, nil if there is none.
func defined(t types.Type) *types.Named {
	named, _ := types.Unalias(deref(t)).(*types.Named)
	return named
}

func deref(t types.Type) types.Type {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		return ptr.Elem()
	}
	return t
}
