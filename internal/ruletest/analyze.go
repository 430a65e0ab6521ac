package ruletest

import (
	"cmp"
	"context"
	"go/token"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"

	"github.com/awserrlint/awserrlint/internal/load"
)

// A Result is what analyzers report on packages.
type Result struct {
	*load.Result
	Diagnostics []Diagnostic      // sorted by position
	Actions     []*checker.Action // one for each analyzer and package
}

// A Diagnostic is one that an analyzer reported. The Category is the severity, see rule.Reported.
type Diagnostic struct {
	analysis.Diagnostic
	Position token.Position
	Rule     string
}

// Fixtures returns the folder of the module of the fixtures, after fetching its dependencies.
func Fixtures(t *testing.T) string {
	t.Helper()
	dir, err := fixtures()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var fixtures = sync.OnceValues(func() (string, error) {
	_, file, _, _ := runtime.Caller(0)
	dir := filepath.Join(filepath.Dir(file), "..", "..", "testdata", "src")
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", &fetchError{err, out}
	}
	return dir, nil
})

type fetchError struct {
	err error
	out []byte
}

func (e *fetchError) Error() string {
	return "cannot fetch the modules of the fixtures: " + e.err.Error() + "\n" + string(e.out)
}

// Analyze runs analyzers on the packages that patterns name in dir, including test files.
func Analyze(t *testing.T, dir string, analyzers []*analysis.Analyzer, patterns ...string) *Result {
	t.Helper()
	loaded, err := load.Load(context.Background(), load.Config{Dir: dir, Patterns: patterns, Tests: true})
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(analyzers, loaded.Packages, nil)
	if err != nil {
		t.Fatal(err)
	}
	res := &Result{Result: loaded, Actions: graph.Roots}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s: %v", act, act.Err)
		}
		for _, d := range act.Diagnostics {
			res.Diagnostics = append(res.Diagnostics, Diagnostic{d, loaded.Fset.Position(d.Pos), act.Analyzer.Name})
		}
	}
	slices.SortFunc(res.Diagnostics, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Position.Filename, b.Position.Filename), cmp.Compare(a.Position.Offset, b.Position.Offset),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return res
}
