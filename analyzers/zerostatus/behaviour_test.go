package zerostatus_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/zerostatus"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs servers whose client is refused the connection to AWS, before and after the
// fixes: net/http panics, gin says that all is well, and Lambda gets a response without a status.
func TestBehaviour(t *testing.T) {
	const pkg = "./zerostatus/behaviour"
	before := ruletest.Output(t, ruletest.Fixtures(t), pkg)
	if want := "http: no response\ngin: 200 OK\nlambda: 0 <nil>\n"; before != want {
		t.Errorf("before the fixes:\n%swant:\n%s", before, want)
	}
	after := ruletest.Output(t, ruletest.Fixed(t, zerostatus.Rule.Name), pkg)
	if want := "http: 500 Internal Server Error\ngin: 500 Internal Server Error\nlambda: 500 <nil>\n"; after != want {
		t.Errorf("after the fixes:\n%swant:\n%s", after, want)
	}
}
