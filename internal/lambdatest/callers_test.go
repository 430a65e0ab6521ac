package lambdatest

import (
	"errors"
	"reflect"
	"testing"
)

// responded returns an invocation whose function responded with body.
func responded(body string) *Invocation {
	return &Invocation{Responded: true, Response: []byte(body), ContentType: jsonType, ExitCode: Running}
}

// failed returns an invocation whose function returned an error.
func failed(message string) *Invocation {
	return &Invocation{Error: lambdaError("errorString", message), ExitCode: Running}
}

// The JSON of zero values in package events.
const (
	zeroREST = `{"statusCode":0,"headers":null,"multiValueHeaders":null,"body":""}`
	textREST = `{"statusCode":404,"headers":null,"multiValueHeaders":null,"body":"no such order"}`
	htmlREST = `{"statusCode":404,"headers":{"content-type":"text/html"},"multiValueHeaders":null,"body":"<b>"}`
)

func TestHTTPViews(t *testing.T) {
	const (
		gateway502 = `{"message": "Internal server error"}`
		gateway500 = `{"message":"Internal Server Error"}`
		url502     = "Internal Server Error"
		alb502     = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n</html>\r\n"
	)
	type view struct {
		status            int
		contentType, body string
	}
	crashed := &Invocation{ExitCode: 2}
	callers := map[string]func(*Invocation) HTTPView{
		"REST": RESTProxy, "HTTP": HTTPAPI, "HTTP 1.0": HTTPAPIv1, "URL": FunctionURL, "ALB": ALB,
	}
	bad := map[string]view{
		"REST": {502, jsonType, gateway502}, "HTTP": {500, jsonType, gateway500}, "HTTP 1.0": {500, jsonType, gateway500},
		"URL": {502, jsonType, url502}, "ALB": {502, "text/html", alb502},
	}
	for _, tt := range []struct {
		name string
		inv  *Invocation
		want map[string]view // a caller that is missing gets the view of an error
	}{
		{"error", failed(`{"isError":true}`), nil},
		{"crash", crashed, nil},
		{"zero status", responded(zeroREST), nil},
		{"text", responded(textREST), map[string]view{
			"REST":     {404, jsonType, "no such order"},
			"HTTP":     {404, textType, "no such order"},
			"HTTP 1.0": {404, textType, "no such order"},
			"URL":      {404, jsonType, "no such order"},
		}},
		{"typed", responded(htmlREST), map[string]view{
			"REST": {404, "text/html", "<b>"}, "HTTP": {404, "text/html", "<b>"}, "HTTP 1.0": {404, "text/html", "<b>"},
			"URL": {404, "text/html", "<b>"}, "ALB": {404, "text/html", "<b>"},
		}},
		{"empty headers", responded(`{"statusCode":200,"statusDescription":"","headers":{},"multiValueHeaders":null,"body":"YQ==","isBase64Encoded":true}`), map[string]view{
			"REST": {200, jsonType, "a"}, "HTTP": {200, textType, "a"}, "HTTP 1.0": {200, textType, "a"},
			"URL": {200, jsonType, "a"}, "ALB": {200, "application/octet-stream", "a"},
		}},
		{"null", responded(`null`), map[string]view{
			"HTTP": {200, jsonType, "null"}, "URL": {200, jsonType, "null"},
		}},
		{"string", responded(`"a"`), map[string]view{
			"HTTP": {200, jsonType, `"a"`}, "URL": {200, jsonType, `"a"`},
		}},
		{"empty object", responded(`{}`), map[string]view{
			"REST": {200, jsonType, ""}, "HTTP 1.0": {200, textType, ""},
			"HTTP": {200, jsonType, `{}`}, "URL": {200, jsonType, `{}`},
		}},
		{"another object", responded(`{"isError":true}`), map[string]view{
			"HTTP 1.0": {200, textType, ""}, // nothing that it knows
			"HTTP":     {200, jsonType, `{"isError":true}`}, "URL": {200, jsonType, `{"isError":true}`},
		}},
		{"struct without tags", responded(`{"StatusCode":404,"Body":"a"}`), map[string]view{
			"HTTP 1.0": {200, textType, ""},
			"HTTP":     {200, jsonType, `{"StatusCode":404,"Body":"a"}`}, "URL": {200, jsonType, `{"StatusCode":404,"Body":"a"}`},
		}},
		{"object as body", responded(`{"statusCode":200,"headers":{},"body":{}}`), nil},
	} {
		for name, caller := range callers {
			t.Run(tt.name+"/"+name, func(t *testing.T) {
				want, ok := tt.want[name]
				if !ok {
					want = bad[name]
				}
				got := caller(tt.inv)
				if (view{got.Status, got.Header.Get("Content-Type"), got.Body}) != want {
					t.Errorf("got %+v, want %+v", got, want)
				}
			})
		}
	}
}

func TestProxyHeaders(t *testing.T) {
	inv := responded(`{"statusCode":200,"headers":{"a":"1","b":"1"},"multiValueHeaders":{"A":["2","3"]},"cookies":["c=1"],"body":""}`)
	for name, values := range map[string][]string{"A": {"2", "3"}, "B": {"1"}, "Set-Cookie": {"c=1"}} {
		if got := HTTPAPI(inv).Header.Values(name); !reflect.DeepEqual(got, values) {
			t.Errorf("%s: got %q, want %q", name, got, values)
		}
	}
}

func TestStreamedURL(t *testing.T) {
	inv := responded("{\"statusCode\":200,\"headers\":{}}\x00\x00\x00\x00\x00\x00\x00\x00half")
	inv.ContentType = "application/vnd.awslambda.http-integration-response"
	inv.StreamError = lambdaError("errorString", "disk on fire")
	if view := FunctionURL(inv); view.Status != 200 || view.Body != "half" || !view.Truncated {
		t.Errorf("got %+v, want half a body", view)
	}
}

func TestWebSocket(t *testing.T) {
	const apology = `{"message": "Internal server error", "connectionId":"L0", "requestId":"` + requestID + `"}`
	for _, tt := range []struct {
		name, route   string
		routeResponse bool
		inv           *Invocation
		want          WebSocketView
	}{
		{"connected", "$connect", false, responded(`{"statusCode":200}`), WebSocketView{}},
		{"connect error", "$connect", false, failed("no"), WebSocketView{Refused: true}},
		{"connect denied", "$connect", false, responded(`{"statusCode":401}`), WebSocketView{Refused: true}},
		{"error", "send", false, failed("no"), WebSocketView{Message: apology}},
		{"body without a route response", "send", false, responded(`{"statusCode":200,"body":"a"}`), WebSocketView{}},
		{"body", "send", true, responded(`{"statusCode":200,"body":"a"}`), WebSocketView{Message: "a"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.inv.Event = []byte(`{"requestContext":{"routeKey":"` + tt.route + `","connectionId":"L0"}}`)
			if got := WebSocket(tt.inv, tt.routeResponse); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestRESTIntegration(t *testing.T) {
	api := RESTIntegration{
		{Pattern: `.*"isError":true.*`, Status: 400, Template: `$input.path('$.errorMessage')`},
		{Pattern: `\[404\].*`, Status: 404},
		{Pattern: `.*ID.*`, Status: 422, Template: `{"message":"$input.path('$.errorMessage')$input.path('$.none')"}`},
	}
	const json = `{"isError":true,"type":"ClientException"}`
	payload := func(message string) string { return failed(message).Error.Payload }
	for _, tt := range []struct {
		name   string
		inv    *Invocation
		status int
		body   string
	}{
		{"result", responded(`{"id":1}`), 200, `{"id":1}`},
		{"no match", failed("plain"), 200, payload("plain")},
		{"JSON", failed(json), 400, json},
		{"JSON with a space", failed(`{"isError": true}`), 200, payload(`{"isError": true}`)},
		{"first match", failed(`[404] "isError":true`), 400, `[404] "isError":true`},
		{"payload", failed("[404] gone"), 404, payload("[404] gone")},
		{"the whole text", failed("not [404]"), 200, payload("not [404]")},
		{"template", failed("ID is missing"), 422, `{"message":"ID is missing"}`},
		{"line feed", failed(errors.Join(errors.New("a"), errors.New("ID")).Error()), 200, payload("a\nID")},
		{"crash", &Invocation{ExitCode: 1}, 200, (&Invocation{ExitCode: 1}).Failure().Payload},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := api.View(tt.inv); got.Status != tt.status || got.Body != tt.body {
				t.Errorf("got %+v, want %d %s", got, tt.status, tt.body)
			}
		})
	}
}

// TestPatternOfAll shows that a pattern for all errors must not match the empty text, or it takes results.
func TestPatternOfAll(t *testing.T) {
	for pattern, want := range map[string][2]int{".*": {500, 500}, ".+": {200, 500}} {
		api := RESTIntegration{{Pattern: pattern, Status: 500}}
		if got := [2]int{api.View(responded(`{"id":1}`)).Status, api.View(failed("plain")).Status}; got != want {
			t.Errorf("%s: got %v, want %v", pattern, got, want)
		}
	}
}

func TestAuthorizers(t *testing.T) {
	policy := func(effect string) *Invocation {
		return responded(`{"principalId":"me","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"` + effect + `"}]}}`)
	}
	for _, tt := range []struct {
		name       string
		inv        *Invocation
		rest, http int
	}{
		{"Unauthorized", failed("Unauthorized"), 401, 500},
		{"unauthorized", failed("unauthorized"), 500, 500},
		{"Unauthorized: expired", failed("Unauthorized: expired"), 500, 500},
		{"crash", &Invocation{ExitCode: 1}, 500, 500},
		{"allow", policy("Allow"), 200, 200},
		{"deny", policy("Deny"), 403, 403},
		{"zero response", responded(`{"principalId":"","policyDocument":{"Version":"","Statement":null}}`), 500, 500},
		{"no principal", responded(`{"policyDocument":{"Statement":[{"Effect":"Allow"}]}}`), 500, 200},
		{"simple allow", responded(`{"isAuthorized":true}`), 500, 200},
		{"simple deny", responded(`{"isAuthorized":false,"context":null}`), 500, 403},
		{"null", responded(`null`), 500, 500},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := RESTAuthorizer(tt.inv).Status; got != tt.rest {
				t.Errorf("REST: got %d, want %d", got, tt.rest)
			}
			if got := HTTPAuthorizer(tt.inv).Status; got != tt.http {
				t.Errorf("HTTP: got %d, want %d", got, tt.http)
			}
		})
	}
}
