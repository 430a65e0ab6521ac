package errstring_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/errstring"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, errstring.Rule.Analyzer) }

// TestBehaviour runs a program with real clients as it is and as it is fixed.
func TestBehaviour(t *testing.T) {
	const pkg = "./errstring/behaviour"
	before := ruletest.Output(t, ruletest.Fixtures(t), pkg)
	if want := "object gone: false\nuser gone: false\nqueue gone: false\nexists: false\ndenied: true\n"; before != want {
		t.Errorf("before the fixes:\n%swant:\n%s", before, want)
	}
	after := ruletest.Output(t, ruletest.Fixed(t, "errstring"), pkg)
	if want := "object gone: true\nuser gone: true\nqueue gone: true\nexists: true\ndenied: false\n"; after != want {
		t.Errorf("after the fixes:\n%swant:\n%s", after, want)
	}
}
