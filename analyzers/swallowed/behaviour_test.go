package swallowed_test

import (
	"net/http"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs a program with a real client before and after the fix: before, a
// throttled call means that the object does not exist, and it is overwritten.
func TestBehaviour(t *testing.T) {
	env := append(lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"HEAD /bucket/there":     {Status: http.StatusOK},
		"HEAD /bucket/missing":   {Status: http.StatusNotFound},
		"HEAD /bucket/throttled": {Status: http.StatusServiceUnavailable},
		"PutObject":              {Status: http.StatusOK},
	}), "AWS_REGION=eu-central-1")
	const pkg = "./swallowed/behaviour"
	if before, want := ruletest.Output(t, ruletest.Fixtures(t), pkg, env...), "there: exists true\nmissing: written true\nthrottled: written true\n"; before != want {
		t.Errorf("before the fix: %q, want %q", before, want)
	}
	if after, want := ruletest.Output(t, ruletest.Fixed(t, "swallowed"), pkg, env...), "there: exists true\nmissing: written true\nthrottled: failed false\n"; after != want {
		t.Errorf("after the fix: %q, want %q", after, want)
	}
}
