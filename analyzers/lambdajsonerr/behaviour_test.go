package lambdajsonerr_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs the example before and after the fix behind a REST API with selection patterns
// for JSON errors: before it, every failure is a 200 that tells all.
func TestBehaviour(t *testing.T) {
	const pkg = "./lambdajsonerr/example"
	before := lambdatest.Build(t, ruletest.Fixtures(t), pkg)
	after := lambdatest.Build(t, ruletest.Fixed(t, "lambdajsonerr"), pkg)

	api := lambdatest.RESTIntegration{
		{Pattern: `.*"type"\s*:\s*"ClientException".*`, Status: 400, Template: `$input.path('$.errorMessage')`},
		{Pattern: `.*"type"\s*:\s*"ServerException".*`, Status: 500, Template: `$input.path('$.errorMessage')`},
	}
	const secret = "arn:aws:sts::123456789012:assumed-role/orders-fn/orders-fn"
	env := lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"DescribeTable": lambdatest.JSONError(http.StatusBadRequest, "AccessDeniedException", "User: "+secret+" is not authorized"),
	})
	for _, tt := range []struct {
		event, reveals string // before the fix
		status         int
		body           string
	}{
		{`{}`, `"errorType":"errorString"`, 400, `{"isError":true,"type":"ClientException","message":"Table is missing"}`},
		{`{"Table":"orders"}`, secret, 500, `{"isError":true,"type":"ServerException","message":"internal error"}`},
	} {
		view := api.View(before.Invoke(t, tt.event, env...))
		if view.Status != 200 || !strings.Contains(view.Body, tt.reveals) {
			t.Errorf("%s: before the fix: %+v, want a 200 with %s", tt.event, view, tt.reveals)
		}
		inv := after.Invoke(t, tt.event, env...)
		if view := api.View(inv); view.Status != tt.status || view.Body != tt.body {
			t.Errorf("%s: after the fix: %+v, want status %d and %s", tt.event, view, tt.status, tt.body)
		}
		if tt.reveals == secret && !strings.Contains(inv.Log, secret) {
			t.Errorf("%s: the log does not tell what failed:\n%s", tt.event, inv.Log)
		}
	}
}
