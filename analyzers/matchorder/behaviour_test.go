package matchorder_test

import (
	"net/http"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs a program with a real client before and after the fix: only then
// does it tell the missing object from other failures.
func TestBehaviour(t *testing.T) {
	env := append(lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"GetObject": lambdatest.S3Error(http.StatusNotFound, "NoSuchKey", "The specified key does not exist."),
	}), "AWS_REGION=eu-central-1")
	const pkg = "./matchorder/behaviour"
	if before, want := ruletest.Output(t, ruletest.Fixtures(t), pkg, env...), "failed: NoSuchKey\n"; before != want {
		t.Errorf("before the fix: %q, want %q", before, want)
	}
	if after, want := ruletest.Output(t, ruletest.Fixed(t, "matchorder"), pkg, env...), "no such object\n"; after != want {
		t.Errorf("after the fix: %q, want %q", after, want)
	}
}
