package lambdastatus_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs handlers of all sources before and after the fixes: what was an invalid response is an
// empty one with status 500, and a load balancer passes on what it gets.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdastatus/behaviour"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdastatus"), pkg)

	for _, tt := range []struct {
		source, path  string
		view          func(*lambdatest.Invocation) lambdatest.HTTPView
		before, after int
		body          string
	}{
		{"rest", "/none", lambdatest.RESTProxy, 502, 500, ""},
		{"http", "/none", lambdatest.HTTPAPI, 500, 500, ""},
		{"url", "/none", lambdatest.FunctionURL, 502, 500, ""},
		{"alb", "/none", lambdatest.ALB, 502, 500, ""},
		{"alb", "/", lambdatest.ALB, 502, 200, "{}"},
	} {
		t.Run(tt.source+tt.path, func(t *testing.T) {
			event := `{"path":"` + tt.path + `","rawPath":"` + tt.path + `"}`
			if got := tt.view(before.Invoke(t, event, "SOURCE="+tt.source)); got.Status != tt.before {
				t.Errorf("before the fixes the client gets %+v, want status %d", got, tt.before)
			}
			if got := tt.view(after.Invoke(t, event, "SOURCE="+tt.source)); got.Status != tt.after || got.Body != tt.body {
				t.Errorf("after the fixes the client gets %+v, want status %d and body %q", got, tt.after, tt.body)
			}
		})
	}
}
