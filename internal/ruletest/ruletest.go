package ruletest

import (
	"bytes"
	"flag"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/edit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Run checks that rule finds and fixes in its fixtures what they say.
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

// maxRounds limits how often fixes are applied. A fix that conflicts with another one is applied in
// the next round.
const maxRounds = 5

// checkFixes applies fixes until none is left, and compares each fixed file with its golden file.
func checkFixes(t *testing.T, root string, rule *analysis.Analyzer, res *Result) {
	t.Helper()
	unfixed := 0
	for _, d := range res.Diagnostics {
		switch len(d.SuggestedFixes) {
		case 0:
			unfixed++
		case 1:
		default:
			t.Errorf("%s: more than one fix", d.Position)
		}
	}
	copied := copyModule(t, root, rule.Name)
	fixed := make(map[string]bool) // by name relative to root
	after := res
	for range maxRounds {
		merge := mergeFixes(after)
		if len(merge) == 0 {
			break
		}
		for name, edits := range merge {
			rel := relative(t, root, copied, name)
			fixed[rel] = true
			applyFixes(t, filepath.Join(copied, rel), edits)
		}
		after = Analyze(t, copied, []*analysis.Analyzer{rule}, "./"+rule.Name+"/...")
		for _, p := range after.Problems {
			t.Errorf("after the fixes: %s: %s", p.Pos, p.Message)
		}
		if t.Failed() {
			return
		}
	}
	for rel := range fixed {
		checkGolden(t, filepath.Join(root, rel+".golden"), read(t, filepath.Join(copied, rel)))
	}
	checkStale(t, root, rule.Name, fixed)
	if len(after.Diagnostics) != unfixed {
		t.Errorf("after the fixes there are %d diagnostics, want the %d without a fix", len(after.Diagnostics), unfixed)
	}
	for _, d := range after.Diagnostics {
		if len(d.SuggestedFixes) > 0 {
			t.Errorf("%s: after the fixes there is one more: %s", d.Position, d.Message)
		}
	}
}

// mergeFixes returns the edits of the fixes of res that can be made together.
func mergeFixes(res *Result) edit.Merge {
	merge := make(edit.Merge)
	for _, d := range res.Diagnostics {
		var edits []edit.Edit
		for _, f := range d.SuggestedFixes {
			for _, e := range f.TextEdits {
				pos, end := res.Fset.PositionFor(e.Pos, false), res.Fset.PositionFor(e.End, false)
				edits = append(edits, edit.Edit{Pos: pos, End: end, New: string(e.NewText)})
			}
		}
		merge.Add(edits)
	}
	return merge
}

// applyFixes applies edits to the file called name and formats it.
func applyFixes(t *testing.T, name string, edits []edit.Edit) {
	t.Helper()
	fixed, err := edit.Apply(read(t, name), edits)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	// Each fix alone is formatted, but two that add imports leave these unsorted.
	fixed, err = format.Source(fixed)
	if err != nil {
		t.Fatalf("%s: after the fixes: %v\n%s", name, err, fixed)
	}
	write(t, name, fixed)
}

// relative returns name relative to root or copied, whichever it is in.
func relative(t *testing.T, root, copied, name string) string {
	t.Helper()
	for _, dir := range []string{root, copied} {
		if rel, err := filepath.Rel(dir, name); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	t.Fatalf("%s is no fixture", name)
	return ""
}

// checkGolden checks that the file called golden has the content fixed.
func checkGolden(t *testing.T, golden string, fixed []byte) {
	t.Helper()
	if *update {
		write(t, golden, fixed)
	} else if want, err := os.ReadFile(golden); err != nil {
		t.Errorf("there are fixes, but no %s; run the test with -update and read it", golden)
	} else if !bytes.Equal(want, fixed) {
		t.Errorf("%s is not what the fixes make:\n%s", golden, diff.Diff("golden", want, "fixed", fixed))
	}
}

// checkStale checks that every golden file of the rule belongs to a file with fixes.
func checkStale(t *testing.T, root, rule string, fixed map[string]bool) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(root), rule, func(path string, _ fs.DirEntry, err error) error {
		if name, ok := strings.CutSuffix(path, ".golden"); ok && !fixed[filepath.FromSlash(name)] {
			t.Errorf("%s is stale: there are no fixes for its file", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// copyModule copies go.mod, go.sum and the folder name to a new folder.
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
