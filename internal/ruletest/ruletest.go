// Package ruletest runs rules on their fixtures.
//
// The fixtures of a rule are the packages below testdata/src/<rule>. They belong to
// a real module that requires the real SDK. A comment
//
//	// want `regexp`
//
// demands a diagnostic of the rule on its line, and no diagnostic may stand anywhere
// else. Where fixes are offered for a file x.go, the file x.go.golden holds it as it is
// after all of them; the test demands that it has no type error and that the rule
// offers nothing more for it.
package ruletest

import (
	"bytes"
	"flag"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/fix"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Run checks rule on its fixtures.
func Run(t *testing.T, rule *analysis.Analyzer) {
	t.Helper()
	root := Fixtures(t)
	res := Analyze(t, root, []*analysis.Analyzer{rule}, "./"+rule.Name+"/...")
	for _, p := range res.Problems {
		t.Errorf("fixture does not compile: %s: %s: %s", p.Package, p.Pos, p.Message)
	}
	checkWants(t, res)
	checkFixes(t, root, rule, res)
}

// checkFixes compares what the fixes make of each file with its golden file.
func checkFixes(t *testing.T, root string, rule *analysis.Analyzer, res *Result) {
	t.Helper()
	edits := make(map[string][]fix.Edit)
	unfixed := 0
	for _, d := range res.Diagnostics {
		if len(d.SuggestedFixes) == 0 {
			unfixed++
			continue
		}
		if len(d.SuggestedFixes) > 1 {
			t.Errorf("%s: more than one fix", d.Position)
		}
		for _, e := range d.SuggestedFixes[0].TextEdits {
			file := res.Fset.File(e.Pos)
			edits[file.Name()] = append(edits[file.Name()], fix.Edit{Start: file.Offset(e.Pos), End: file.Offset(e.End), New: string(e.NewText)})
		}
	}
	copied := copyModule(t, root, rule.Name)
	for name, es := range edits {
		src := read(t, name)
		fixed, err := fix.Apply(src, es)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		// Each fix is gofmt-clean by itself; two that add imports need a sort.
		fixed, err = format.Source(fixed)
		if err != nil {
			t.Errorf("%s: after the fixes: %v\n%s", name, err, fixed)
			continue
		}
		golden := name + ".golden"
		if *update {
			write(t, golden, fixed)
		} else if want, err := os.ReadFile(golden); err != nil {
			t.Errorf("%s has fixes, but no golden file", name)
		} else if !bytes.Equal(want, fixed) {
			t.Errorf("%s is not what the fixes make; have:\n%s", golden, fixed)
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(copied, rel), fixed)
	}
	checkStale(t, filepath.Join(root, rule.Name), edits)
	if len(edits) == 0 {
		return
	}
	again := Analyze(t, copied, []*analysis.Analyzer{rule}, "./"+rule.Name+"/...")
	for _, p := range again.Problems {
		t.Errorf("after the fixes: %s: %s", p.Pos, p.Message)
	}
	for _, d := range again.Diagnostics {
		if len(d.SuggestedFixes) > 0 {
			t.Errorf("%s: after the fixes there is one more: %s", d.Position, d.Message)
		}
	}
	if len(again.Diagnostics) != unfixed {
		t.Errorf("after the fixes there are %d diagnostics, want the %d without a fix", len(again.Diagnostics), unfixed)
		for _, d := range again.Diagnostics {
			t.Logf("%s: %s", d.Position, d.Message)
		}
	}
}

// checkStale demands that every golden file below dir belongs to a file with fixes.
func checkStale(t *testing.T, dir string, edits map[string][]fix.Edit) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if name, ok := strings.CutSuffix(path, ".golden"); ok && edits[name] == nil {
			t.Errorf("%s is stale: there are no fixes for its file", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// copyModule copies the module's files and those of the folder name to a new folder.
func copyModule(t *testing.T, root, name string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range []string{"go.mod", "go.sum"} {
		write(t, filepath.Join(dir, f), read(t, filepath.Join(root, f)))
	}
	if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
		t.Fatal(err)
	}
	return dir
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// Names returns the names of the fixture packages of rule, such as "example".
func Names(t *testing.T, rule *analysis.Analyzer) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(Fixtures(t), rule.Name))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names
}
