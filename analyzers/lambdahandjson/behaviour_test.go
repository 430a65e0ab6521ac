package lambdahandjson_test

import (
	"encoding/json"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs the example before and after the fixes: only then is what the client gets JSON, and
// it is no more than before.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdahandjson/example"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdahandjson"), pkg)

	api := lambdatest.RESTIntegration{{
		Pattern: `.*"type"\s*:\s*"ClientException".*`, Status: 400, Template: `$input.path('$.errorMessage')`,
	}}
	for _, tt := range []struct {
		handler, event string
		view           func(*lambdatest.Invocation) lambdatest.HTTPView
		status         int
		after          string
	}{ // in the last one the line feed keeps the pattern from matching
		{"", `{"body":"{\"a\" \"b\"}"}`, lambdatest.RESTProxy, 400, `{"error":"invalid character '\"' after object key"}`},
		{"", `{"body":"{\"a\":1}"}`, lambdatest.RESTProxy, 404, `{"code":404,"error":"no order {\"a\":1}"}`},
		{"find", `{"ID":"a\"b\\c\nd"}`, api.View, 400, `{"isError":true,"type":"ClientException","message":"no order a\"b\\c\nd"}`},
	} {
		broken := tt.view(before.Invoke(t, tt.event, "HANDLER="+tt.handler))
		fixed := tt.view(after.Invoke(t, tt.event, "HANDLER="+tt.handler))
		if fixed.Status != tt.status || fixed.Body != tt.after {
			t.Errorf("%s: after the fix: %+v, want %d %s", tt.event, fixed, tt.status, tt.after)
		}
		if broken.Status == tt.status && json.Valid([]byte(broken.Body)) || !json.Valid([]byte(fixed.Body)) {
			t.Errorf("%s: before the fix: %+v, after it: %+v", tt.event, broken, fixed)
		}
	}
}
