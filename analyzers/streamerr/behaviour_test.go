package streamerr_test

import (
	"net/http"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs a program with real clients: a body that is neither read nor closed keeps its
// connection from every later call.
func TestBehaviour(t *testing.T) {
	env := append(lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"GetObject": {Status: http.StatusOK, Body: "some text"},
	}), "AWS_REGION=eu-central-1")
	const want = "never closed: waits for a connection until the deadline\nclosed: succeeds\nread: succeeds\n"
	if have := ruletest.Output(t, ruletest.Fixtures(t), "./streamerr/behaviour", env...); have != want {
		t.Errorf("have:\n%swant:\n%s", have, want)
	}
}
