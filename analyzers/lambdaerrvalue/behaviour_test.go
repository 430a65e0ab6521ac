package lambdaerrvalue_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs a handler before and after the fixes: only then does the client read what is wrong with
// the request. What it never reads is the error of AWS, for which there is no fix.
func TestBehaviour(t *testing.T) {
	env := lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"ListTables": lambdatest.JSONError(http.StatusBadRequest, "AccessDeniedException", "User: arn:aws:sts::123456789012:role/orders is not authorized"),
	})
	const pkg = "./lambdaerrvalue/behaviour"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdaerrvalue"), pkg)
	view := func(fn *lambdatest.Function, path string) lambdatest.HTTPView {
		view := lambdatest.RESTProxy(fn.Invoke(t, `{"path":"`+path+`"}`, env...))
		if view.Body != "" && !json.Valid([]byte(view.Body)) || strings.Contains(view.Body, "arn:") {
			t.Errorf("%s: the client reads %s", path, view.Body)
		}
		return view
	}
	for _, tt := range []struct{ path, before, after string }{
		{"/empty", `{"isError":true,"message":{}}`, `{"isError":true,"message":"the path \"/empty\" has no order"}`},
		{"/map", `{"order":{}}`, `{"order":"the path \"/map\" has no order"}`},
		{"/aws", ``, ``},
	} {
		if got := view(before, tt.path); got.Body != tt.before {
			t.Errorf("%s: before the fix the client reads %s, want %s", tt.path, got.Body, tt.before)
		}
		if got := view(after, tt.path); got.Body != tt.after {
			t.Errorf("%s: after the fix the client reads %s, want %s", tt.path, got.Body, tt.after)
		}
	}
}
