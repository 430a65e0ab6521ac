package handler

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
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
	Direct                       // somebody who knows the types that the program declares, and waits for the result
	NonProxy                     // API Gateway REST API, integration that is not a proxy
	StepFunctions                // state machine
	Async                        // one that does not wait: Lambda has the event, and tries again
)

// IsHTTP reports whether the source turns the result into an HTTP response, and an
// error into one that tells nothing.
func (s Source) IsHTTP() bool { return REST <= s && s <= Proxy }

// IsBatch reports whether the events of the source are batches of records that can fail
// one by one.
func (s Source) IsBatch() bool { return SQS <= s && s <= Batch }

// Caller names who makes an HTTP response of the results of a handler of the source s.
func (s Source) Caller() string {
	switch s {
	case URL:
		return "the function URL"
	case ALB:
		return "the load balancer"
	}
	return "API Gateway"
}

// ErrorStatus returns the status that the caller of a handler of the source s returns for an error,
// or a response that it does not understand.
func (s Source) ErrorStatus() int {
	if s == HTTP {
		return httpstatus.InternalServerError
	}
	return httpstatus.BadGateway
}

// eventSources are the types of package events that tell the source. What is not
// listed is of some Other. Jobs of CodePipeline are: a call, not the result, tells of a failure.
//
// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
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
	"SNSEvent":                                     Async,
	"S3Event":                                      Async,
	"SimpleEmailEvent":                             Async,
	"CloudwatchLogsEvent":                          Async,
	"CodeCommitEvent":                              Async,
	"ConfigEvent":                                  Async,
	"IoTButtonEvent":                               Async,
	"IoTOneClickEvent":                             Async,
	"CloudWatchEvent":                              Async, // EventBridge, and all that comes through it:
	"AutoScalingEvent":                             Async,
	"CodeBuildEvent":                               Async,
	"CodeDeployEvent":                              Async,
	"CodePipelineCloudWatchEvent":                  Async,
	"ECRImageActionEvent":                          Async,
	"ECRScanEvent":                                 Async,
	"ECSContainerInstanceEvent":                    Async,
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
			return s.given(response)
		}
	}
	if response == nil {
		return Unknown
	}
	if IsHTTPResponse(response) && event != nil && isOwnEvent(event) {
		return Unknown // a schedule, or somebody who calls the function
	}
	if name := EventsType(response); responses[name] != Unknown {
		return responses[name]
	} else if authorizers[name] != Unknown {
		return authorizers[name]
	}
	switch {
	case IsHTTPResponse(response):
		return Proxy
	case EventsType(response) != "" || event == nil || awssdk.Struct(event) == nil || ofOthers(event):
		return Unknown
	}
	return Direct
}

// given returns the source of a handler of events of the source s that returns a response of type t, which may be nil: a
// policy is for an API that asks who may call it, and a REST API takes no response in the format of HTTP APIs and function
// URLs, which can send its events.
func (s Source) given(t types.Type) Source {
	if t == nil {
		return s
	}
	name := EventsType(t)
	if s == Async && name != "" {
		return Other // somebody waits for it, such as SES for a disposition
	}
	switch asks := authorizers[name]; {
	case asks == Unknown || s == RESTAuthorizer || s == HTTPAuthorizer:
	case s == HTTP:
		return HTTPAuthorizer
	default:
		return asks
	}
	if format := responses[name]; s == REST && (format == HTTP || format == URL) {
		return format
	}
	return s
}

// httpEvent are the names of members, in lower case, that are in the JSON of the events of APIs, function URLs and
// load balancers.
//
// Source: the types of these events in aws-lambda-go.
var httpEvent = []string{
	"body", "cookies", "headers", "httpmethod", "isbase64encoded", "multivalueheaders", "multivaluequerystringparameters", "path", "pathparameters",
	"querystringparameters", "rawpath", "rawquerystring", "requestcontext", "resource", "routekey", "stagevariables", "version",
}

// isOwnEvent reports whether the event t, a struct of the program's, has members, and none that an HTTP request in an event
// has: nothing would be in it.
func isOwnEvent(t types.Type) bool {
	s := awssdk.Struct(t)
	if s == nil || s.NumFields() == 0 || EventsType(t) != "" || ofOthers(t) {
		return false
	}
	for i := range s.NumFields() {
		field := s.Field(i)
		name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
		if name == "" {
			name = field.Name()
		}
		if field.Embedded() || slices.Contains(httpEvent, strings.ToLower(name)) {
			return false
		}
	}
	return true
}

// ofOthers reports whether the event t, of a type of the program's, is one that another source than an
// integration of API Gateway sends: it holds events of aws-lambda-go, or decodes itself.
func ofOthers(t types.Type) bool {
	if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "UnmarshalJSON"); obj != nil {
		return true
	}
	s := awssdk.Struct(t)
	for field := range s.Fields() {
		t := field.Type()
		for {
			list, ok := t.Underlying().(interface{ Elem() types.Type }) // a pointer, list or map
			if !ok {
				break
			}
			t = list.Elem()
		}
		if EventsType(t) != "" {
			return true
		}
	}
	return false
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
	if name := EventsType(t); name != "" {
		if s, ok := eventSources[name]; ok {
			return s
		}
		return Other
	}
	named := awssdk.TypeName(t)
	if named == nil || named.Pkg() == nil {
		return Unknown
	}
	if awspath.Within(named.Pkg().Path(), awspath.LambdaLib) {
		return Other
	}
	if f.events != nil { // type Request events.APIGatewayProxyRequest
		for name, s := range eventSources {
			if obj := f.events.Scope().Lookup(name); obj != nil && types.Identical(obj.Type().Underlying(), named.Type().Underlying()) {
				return s
			}
		}
	}
	return Unknown
}
