package lambdaerrtype_test

import (
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs the example before and after the fixes, as the integration of a REST API that
// is no proxy, and as its authorizer.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdaerrtype/example"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdaerrtype"), pkg)

	api := lambdatest.RESTIntegration{{
		Pattern: `.*"type"\s*:\s*"ClientException".*|no id`, Status: 400, Template: `$input.path('$.errorMessage')`,
	}}
	const allow = `{"type":"TOKEN","methodArn":"arn:aws:execute-api:eu-central-1:123456789012:api/prod/GET/"}`
	for _, tt := range []struct {
		handler, event          string
		view                    func(*lambdatest.Invocation) lambdatest.HTTPView
		statusBefore, statusNow int
		body                    string
	}{
		{"find", `{}`, api.View, 200, 400, "no id"},
		{"find", `{"ID":"0"}`, api.View, 400, 400, `{"isError":true,"type":"ClientException","message":"no such order"}`},
		{"remove", `{}`, api.View, 400, 400, `{"isError":true,"type":"ClientException","message":"no id"}`},
		{"authorize", allow, lambdatest.RESTAuthorizer, 500, 401, `{"message":"Unauthorized"}`},
	} {
		view := tt.view(before.Invoke(t, tt.event, "HANDLER="+tt.handler))
		if view.Status != tt.statusBefore {
			t.Errorf("%s %s: before the fix: %+v, want status %d", tt.handler, tt.event, view, tt.statusBefore)
		}
		if strings.HasPrefix(tt.body, "{") && view.Body == tt.body && tt.handler == "find" {
			t.Errorf("%s %s: there was nothing to fix: %+v", tt.handler, tt.event, view)
		}
		inv := after.Invoke(t, tt.event, "HANDLER="+tt.handler)
		if view := tt.view(inv); view.Status != tt.statusNow || view.Body != tt.body {
			t.Errorf("%s %s: after the fix: %+v, want status %d and %s\n%s", tt.handler, tt.event, view, tt.statusNow, tt.body, inv.Log)
		}
	}

	// A nil pointer in an error result ends the process.
	const good = `{"ID":"1"}`
	if inv := before.Invoke(t, good, "HANDLER=remove"); inv.Failure() == nil {
		t.Errorf("before the fix the handler answers %s", inv.Response)
	}
	if inv := after.Invoke(t, good, "HANDLER=remove"); inv.Failure() != nil || string(inv.Response) != good {
		t.Errorf("after the fix: %s, %+v", inv.Response, inv.Failure())
	}

	// What is no longer sent is in the log.
	if inv := after.Invoke(t, `{"ID":"0"}`, "HANDLER=find"); !strings.Contains(inv.Log, "find order: ") {
		t.Errorf("the log lacks what wrapped the error:\n%s", inv.Log)
	}
}

// TestErrorType runs a handler of a state machine: Catch and Retry match the error's type.
func TestErrorType(t *testing.T) {
	const pkg = "./lambdaerrtype/behaviour"
	for name, want := range map[string]string{ruletest.Fixtures(t): "wrapError", ruletest.Fixed(t, "lambdaerrtype"): "NoOrder"} {
		inv := lambdatest.Build(t, name, pkg).Invoke(t, `{}`)
		if f := inv.Failure(); f == nil || f.Type != want {
			t.Errorf("have %+v, want the type %s", f, want)
		}
	}
}
