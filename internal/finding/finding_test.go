package finding

import (
	"go/token"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// at returns a finding of rule that begins at line and column and ends in the column end.
func at(file string, line, column, end int, rule, message string) Finding {
	pos := func(column int) token.Position { return token.Position{Filename: file, Line: line, Column: column} }
	return Finding{Pos: pos(column), End: pos(end), Rule: rule, Message: message}
}

func TestSort(t *testing.T) {
	want := []Finding{
		at("a.go", 1, 2, 9, "x", "m"),
		at("a.go", 2, 1, 9, "x", "m"),
		at("a.go", 2, 1, 9, "x", "n"), // another message at the same position
		at("a.go", 2, 1, 9, "y", "m"), // another rule
		at("a.go", 10, 1, 3, "x", "m"),
		at("a.go", 10, 1, 4, "x", "m"), // another end
		at("a.go", 10, 2, 3, "x", "m"),
		at("b.go", 1, 1, 2, "x", "m"),
	}
	got := slices.Concat(want, want[2:5]) // as from a second variant of the package
	slices.Reverse(got)
	got = Sort(got)
	if len(got) != len(want) {
		t.Fatalf("%d findings are left, want %d", len(got), len(want))
	}
	for i, f := range got {
		if f.Pos != want[i].Pos || f.End != want[i].End || f.Text() != want[i].Text() {
			t.Errorf("finding %d is %s, want %s", i, f, want[i])
		}
	}
}

// TestSortKeepsFirst checks that Sort keeps the first of duplicates, with its fixes.
func TestSortKeepsFirst(t *testing.T) {
	first, second := at("a.go", 1, 1, 2, "x", "m"), at("a.go", 1, 1, 2, "x", "m")
	first.Fixes = []Fix{{Message: "first"}}
	if got := Sort([]Finding{first, second}); len(got) != 1 || len(got[0].Fixes) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestEdits(t *testing.T) {
	fix := func(start, end int, text string) []Fix {
		pos := func(offset int) token.Position { return token.Position{Filename: "a.go", Offset: offset} }
		return []Fix{{Edits: []edit.Edit{{Pos: pos(start), End: pos(end), New: text}}}}
	}
	findings := []Finding{
		{Rule: "first", Fixes: slices.Concat(fix(0, 2, "a"), fix(8, 9, "not this"))}, // only the first of several
		{Rule: "none"},
		{Rule: "conflicts", Fixes: fix(1, 3, "b")},
		{Rule: "skipped", Fixes: fix(4, 5, "c")},
		{Rule: "last", Fixes: fix(6, 7, "d")},
	}
	m, fixes := Edits(findings, func(f Finding) bool { return f.Rule == "skipped" })
	if fixes != 2 {
		t.Errorf("%d fixes are made, want 2", fixes)
	}
	got, err := edit.Apply([]byte("0123456789"), m["a.go"])
	if want := "a2345d789"; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestNew(t *testing.T) {
	fset := token.NewFileSet()
	file := fset.AddFile("a.go", -1, 100)
	file.SetLines([]int{0, 10, 20})
	pos := func(offset int) token.Pos { return file.Pos(offset) }
	other := fset.AddFile("b.go", -1, 100)
	a := &analysis.Analyzer{Name: "x", URL: "of the analyzer"}
	fix := func(edits ...analysis.TextEdit) analysis.Diagnostic {
		return analysis.Diagnostic{Pos: pos(11), SuggestedFixes: []analysis.SuggestedFix{{TextEdits: edits}}}
	}

	f, err := New(fset, a, "example.com/p", "s3.GetObject", analysis.Diagnostic{
		Pos: pos(11), Message: "m", Related: []analysis.RelatedInformation{{Pos: pos(1), Message: "here"}},
		SuggestedFixes: []analysis.SuggestedFix{{Message: "fix", TextEdits: []analysis.TextEdit{
			{Pos: pos(15), End: pos(16), NewText: []byte("b")}, {Pos: pos(12), NewText: []byte("a")},
		}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if f.String() != "a.go:2:2: : m [fixable] (x)" || f.End != f.Pos || f.URL != "of the analyzer" || f.Operation != "s3.GetObject" || f.Package != "example.com/p" {
		t.Errorf("got %+v", f)
	}
	if len(f.Related) != 1 || f.Related[0].Pos.Line != 1 || f.Related[0].End != f.Related[0].Pos {
		t.Errorf("related: %+v", f.Related)
	}
	if len(f.Fixes) != 1 || f.Fixes[0].Edits[0].New != "a" || f.Fixes[0].Edits[1].New != "b" {
		t.Errorf("fixes: %+v", f.Fixes)
	}

	for name, test := range map[string]struct {
		diagnostic analysis.Diagnostic
		want       string
	}{
		"overlap":  {fix(analysis.TextEdit{Pos: pos(1), End: pos(3)}, analysis.TextEdit{Pos: pos(2), End: pos(4)}), "overlapping edits at a.go:1:3"},
		"no file":  {fix(analysis.TextEdit{Pos: token.NoPos}), "no range of a file"},
		"backward": {fix(analysis.TextEdit{Pos: pos(3), End: pos(1)}), "no range of a file"},
		"two":      {fix(analysis.TextEdit{Pos: pos(3), End: other.Pos(1)}), "no range of a file"},
	} {
		if _, err := New(fset, a, "p", "", test.diagnostic); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error is %v, want %s", name, err, test.want)
		}
	}

	// A generated file with line directives, as by cgo, is not edited.
	file.AddLineInfo(20, "original.go", 7)
	f, err = New(fset, a, "p", "", fix(analysis.TextEdit{Pos: pos(21), End: pos(22)}))
	if err != nil || len(f.Fixes) != 0 {
		t.Errorf("fixes of what is made: %v, %v", f.Fixes, err)
	}
}

func TestSeverityOf(t *testing.T) {
	for severity, want := range map[lint.Severity]Severity{
		lint.SeverityNone: Warning, lint.SeverityError: Error, lint.SeverityDeprecated: Warning,
		lint.SeverityWarning: Warning, lint.SeverityInfo: Info, lint.SeverityHint: Info,
	} {
		if got := SeverityOf(severity); got != want {
			t.Errorf("SeverityOf(%v) = %s, want %s", severity, got, want)
		}
	}
}

func TestLower(t *testing.T) {
	for _, test := range [][3]Severity{{Error, Error, Error}, {Error, Info, Info}, {Info, Warning, Info}, {Warning, Error, Warning}, {Error, "", Error}, {Info, "", Info}} {
		if got := Lower(test[0], test[1]); got != test[2] {
			t.Errorf("Lower(%s, %s) = %s", test[0], test[1], got)
		}
	}
}
