package load

import (
	"go/types"
	"strings"
	"testing"
)

// A crashing panics when the type checker asks for the size of a type called Crash.
type crashing struct{ types.Sizes }

func (s crashing) Sizeof(t types.Type) int64 {
	if named, ok := t.(*types.Named); ok && named.Obj().Name() == "Crash" {
		panic("told to crash")
	}
	return s.Sizes.Sizeof(t)
}

// TestTypeCheckerCrash checks that a bug in the type checker is a problem of one package.
func TestTypeCheckerCrash(t *testing.T) {
	dir := writeTree(t, fakeSDK, layers, `
-- crash/crash.go --
package crash

import (
	"unsafe"

	_ "github.com/aws/aws-sdk-go-v2/aws"
)

type Crash struct{}

const Size = unsafe.Sizeof(Crash{})
`)
	plan, err := NewPlan(t.Context(), Config{Dir: dir, Patterns: []string{"./..."}})
	if err != nil || plan.Fallback != "" {
		t.Fatal(err, plan.Fallback)
	}
	l := newLoader(t.Context(), plan.tree, nil)
	l.sizes = crashing{l.sizes}
	if err := l.demand(plan.Packages); err != nil {
		t.Fatal(err)
	}
	if err := l.check(); err != nil {
		t.Fatal(err)
	}
	problems := l.problems()
	if len(problems) != 1 || problems[0].Package != "example.com/m/crash" ||
		!strings.HasPrefix(problems[0].Message, "type checker failed: panic at load/crash_test.go:") {
		t.Errorf("problems are %q", problems)
	}
	for _, pkg := range l.sorted {
		if crashed := pkg.PkgPath == "example.com/m/crash"; pkg.IllTyped != crashed {
			t.Errorf("%s: IllTyped is %t", pkg.PkgPath, pkg.IllTyped)
		}
	}
}
