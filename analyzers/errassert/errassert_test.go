package errassert_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/errassert"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, errassert.Rule.Analyzer) }

// TestBehaviour runs a program with a real client as it is and as it is fixed.
func TestBehaviour(t *testing.T) {
	const pkg = "./errassert/behaviour"
	if before := ruletest.Output(t, ruletest.Fixtures(t), pkg); before != "" {
		t.Errorf("before the fixes:\n%swant nothing", before)
	}
	after := ruletest.Output(t, ruletest.Fixed(t, "errassert"), pkg)
	if want := "asserted\nswitched\ncompared\n"; after != want {
		t.Errorf("after the fixes:\n%swant:\n%s", after, want)
	}
}
