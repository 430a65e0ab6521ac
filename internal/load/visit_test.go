package load

import (
	"errors"
	"os"
	"slices"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestVisit checks that each package is visited once, complete and after its imports, and that its
// syntax is gone afterwards.
func TestVisit(t *testing.T) {
	for _, test := range []struct{ name, files, env string }{
		{"clean", "", ""},
		{"broken", "-- low/typo.go --\npackage low\n\nfunc typo() { New().None() }\n", ""},
		{"reduced", "-- low/typo.go --\npackage low\n\nfunc Typo() None { return nil }\n", ""},
		{"missing", "-- low/missing.go --\npackage low\n\nimport \"example.com/none\"\n\nvar None = none.New()\n", ""},
		{"last resort", "", "GOFLAGS=-overlay=none.json"},
	} {
		dir := writeTree(t, fakeSDK, layers, test.files, "-- none.json --\n{}\n")
		plan, err := NewPlan(t.Context(), Config{Dir: dir, Patterns: []string{"./..."}, Tests: true, Env: environ(test.env)})
		if err != nil {
			t.Fatal(err)
		}
		var mu sync.Mutex
		visited := make(map[*packages.Package]bool)
		res, err := plan.Load(t.Context(), plan.Packages, func(pkg *packages.Package) error {
			checkComplete(t, pkg)
			mu.Lock()
			defer mu.Unlock()
			for _, imp := range pkg.Imports {
				if !visited[imp] && test.env == "" { // the go command has another variant
					t.Errorf("%s: %s is visited before %s", test.name, pkg.ID, imp.ID)
				}
			}
			if visited[pkg] {
				t.Errorf("%s: %s is visited twice", test.name, pkg.ID)
			}
			visited[pkg] = true
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := ids(res.Packages), []string{
			"example.com/m/high", "example.com/m/low [example.com/m/low.test]",
			"example.com/m/low_test [example.com/m/low.test]", "example.com/m/mid",
		}; !slices.Equal(got, want) {
			t.Errorf("%s: loaded %q, want %q", test.name, got, want)
		}
		for _, pkg := range res.Packages {
			if !visited[pkg] || pkg.Syntax != nil || pkg.TypesInfo != nil || pkg.Types == nil {
				t.Errorf("%s: %s is visited: %t, syntax %v", test.name, pkg.ID, visited[pkg], pkg.Syntax)
			}
		}
		if len(visited) != len(res.Packages) || (res.Fallback != "") != (test.env != "") {
			t.Errorf("%s: %d visits, fallback %q", test.name, len(visited), res.Fallback)
		}
	}
}

// TestVisitFails checks that an error of a visit ends the load, and is no reason to load in another
// way.
func TestVisitFails(t *testing.T) {
	failed := errors.New("told to fail")
	for _, files := range []string{"", "-- low/typo.go --\npackage low\n\nfunc typo() { New().None() }\n"} {
		plan, err := NewPlan(t.Context(), Config{Dir: writeTree(t, fakeSDK, layers, files), Patterns: []string{"./..."}})
		if err != nil {
			t.Fatal(err)
		}
		_, err = plan.Load(t.Context(), plan.Packages, func(*packages.Package) error { return failed })
		if err != failed {
			t.Errorf("error is %v, want %v", err, failed)
		}
	}
}

func environ(more string) []string { return append(os.Environ(), more) }
