package rule

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// file is a file with calls of bad, each of which the rule "discarded" reports, and of
// fine, which it does not.
type file struct {
	name, pkg, path string
	src             string
	flags           []string
}

// analyze returns the lines of the calls that are reported in f, and what is wrong
// with its directives.
func analyze(t *testing.T, f file) (lines []int, faults []string) {
	t.Helper()
	fset := token.NewFileSet()
	syntax, err := parser.ParseFile(fset, f.name, f.src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	a := newSuppression()
	for _, name := range f.flags {
		value := "true"
		if off, ok := strings.CutPrefix(name, "no-"); ok {
			name, value = off, "false"
		}
		if err := a.Flags.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	pass := &analysis.Pass{
		Analyzer: a, Fset: fset, Files: []*ast.File{syntax}, Pkg: types.NewPackage(f.path, syntax.Name.Name),
		ResultOf: make(map[*analysis.Analyzer]any),
	}
	if pass.ResultOf[Suppression], err = runSuppression(pass); err != nil {
		t.Fatal(err)
	}
	pass.Analyzer = &analysis.Analyzer{Name: "discarded", URL: URL("discarded")}
	pass.Report = func(d analysis.Diagnostic) {
		if d.URL == "" || d.End <= d.Pos {
			t.Errorf("diagnostic is not complete: %+v", d)
		}
		lines = append(lines, fset.Position(d.Pos).Line)
	}
	p := newPass(pass, Lost)
	ast.Inspect(syntax, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "bad" {
				p.Report(Finding{Range: call, Operation: "s3.X", Message: "error of s3.X is discarded"})
			}
		}
		return true
	})
	for _, r := range p.deliver() {
		if r.Operation != "s3.X" {
			t.Errorf("reported for the operation %q", r.Operation)
		}
	}
	known := []*Rule{{Analyzer: pass.Analyzer, Group: Lost}}
	for name, group := range map[string]string{"swallowed": Lost, "errstring": Matched} {
		known = append(known, &Rule{Analyzer: &analysis.Analyzer{Name: name}, Group: group})
	}
	directives := Directives([]*analysis.Analyzer{pass.Analyzer}, known)
	if err := directives.Flags.Set("unused", "true"); err != nil {
		t.Fatal(err)
	}
	pass.Analyzer = directives.Analyzer
	pass.Report = func(d analysis.Diagnostic) { faults = append(faults, d.Message) }
	if _, err := directives.Run(pass); err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines, faults
}

func TestDirectives(t *testing.T) {
	const (
		noReason = "directive has no reason and is not honoured; write //awserrlint:ignore rule reason"
		noRule   = "directive names no rule; write //awserrlint:ignore rule reason"
		unused   = "directive suppresses nothing; remove it"
	)
	for _, test := range []struct {
		name   string
		body   string // of a function; its first line is line 1
		want   []int
		faults []string
	}{
		{name: "none", body: "bad()", want: []int{1}},
		{name: "above", body: "//awserrlint:ignore discarded only a cache\nbad()"},
		{name: "behind", body: "bad() //awserrlint:ignore discarded only a cache"},
		{name: "behind covers its line only", body: "bad() //awserrlint:ignore discarded only a cache\nbad()", want: []int{2}},
		{name: "above covers one line only", body: "//awserrlint:ignore discarded only a cache\nbad()\nbad()", want: []int{3}},
		{name: "above with a blank line", body: "//awserrlint:ignore discarded only a cache\n\nbad()", want: []int{3}, faults: []string{unused}},
		{name: "behind the last line of a call", body: "bad(\n1,\n) //awserrlint:ignore discarded only a cache"},
		{name: "within a call", body: "bad(\n1, //awserrlint:ignore discarded only a cache\n2)", want: []int{1}, faults: []string{unused}},
		{name: "behind other code", body: "fine() //awserrlint:ignore discarded only a cache\nbad()", want: []int{2}, faults: []string{unused}},
		{name: "behind a brace", body: "{\n} //awserrlint:ignore discarded only a cache\nbad()", want: []int{3}, faults: []string{unused}},
		{name: "more comment below", body: "//awserrlint:ignore discarded only a cache\n// and more\nbad()"},
		{name: "more comment above", body: "// some more\n//awserrlint:ignore discarded only a cache\nbad()"},
		{name: "two directives", body: "//awserrlint:ignore swallowed only a cache\n//awserrlint:ignore discarded only a cache\nbad()"},
		{name: "group", body: "//awserrlint:ignore lost only a cache\nbad()"},
		{name: "another group", body: "//awserrlint:ignore matched only a cache\nbad()", want: []int{2}},
		{name: "glob", body: "//awserrlint:ignore *card* only a cache\nbad()"},
		{name: "glob of rules that run", body: "//awserrlint:ignore disc* only a cache\nfine()", faults: []string{unused}},
		{name: "group with a rule that does not run", body: "//awserrlint:ignore lost only a cache\nfine()"},
		{name: "glob of nothing", body: "//awserrlint:ignore x* only a cache\nbad()", want: []int{2}, faults: []string{`directive names the rule "x*", which does not exist`}},
		{name: "several rules", body: "//awserrlint:ignore swallowed,discarded only a cache\nbad()"},
		{name: "another rule", body: "//awserrlint:ignore swallowed only a cache\nbad()", want: []int{2}},
		{name: "unknown rule", body: "//awserrlint:ignore dropped only a cache\nbad()", want: []int{2}, faults: []string{`directive names the rule "dropped", which does not exist`}},
		{name: "no reason", body: "//awserrlint:ignore discarded\nbad()", want: []int{2}, faults: []string{noReason}},
		{name: "blank reason", body: "//awserrlint:ignore discarded \t\nbad()", want: []int{2}, faults: []string{noReason}},
		{name: "no rule", body: "//awserrlint:ignore\nbad()", want: []int{2}, faults: []string{noRule}},
		{name: "tabs", body: "//awserrlint:ignore\tdiscarded\tcache\nbad()"},
		{name: "space in front", body: "// awserrlint:ignore discarded only a cache\nbad()", want: []int{2}},
		{name: "longer word", body: "//awserrlint:ignored discarded only a cache\nbad()", want: []int{2}},
		{name: "unused", body: "//awserrlint:ignore discarded only a cache\nfine()", faults: []string{unused}},
		{name: "lint", body: "//lint:ignore discarded only a cache\nbad()"},
		{name: "lint behind", body: "bad() //lint:ignore discarded only a cache"},
		{name: "lint without a reason", body: "//lint:ignore discarded\nbad()", want: []int{2}},
		{name: "lint of others", body: "//lint:ignore SA1019 it is old\nbad()", want: []int{2}},
	} {
		t.Run(test.name, func(t *testing.T) {
			lines, faults := analyze(t, file{name: "f.go", path: "example.com/p", src: "package p; func f() {\n" + test.body + "\n}"})
			for i := range lines {
				lines[i]-- // the first is that of the function
			}
			if !slices.Equal(lines, test.want) {
				t.Errorf("reported lines %v, want %v", lines, test.want)
			}
			if !slices.Equal(faults, test.faults) {
				t.Errorf("faults %q, want %q", faults, test.faults)
			}
		})
	}
}

// TestNolint has the forms that golangci-lint v2 understands, and those that it does not.
func TestNolint(t *testing.T) {
	for _, test := range []struct {
		name string
		src  string // without the package clause
		want []int
	}{
		{"all", "func f() { bad() } //nolint", nil},
		{"all with a reason", "func f() { bad() } //nolint // a cache", nil},
		{"all by text", "func f() { bad() } //nolint because it is a cache", nil},
		{"all by name", "func f() { bad() } //nolint:all", nil},
		{"this", "func f() { bad() } //nolint:awserrlint", nil},
		{"this with a reason", "func f() { bad() } //nolint:awserrlint // a cache", nil},
		{"among others", "func f() { bad() } //nolint:errcheck, AWSErrLint ,gosec", nil},
		{"spaces in front", "func f() { bad() } //   nolint:awserrlint", nil},
		{"other", "func f() { bad() } //nolint:errcheck", []int{3}},
		{"in the reason of another", "func f() { bad() } //nolint:errcheck // not awserrlint,awserrlint", []int{3}},
		{"longer word", "func f() { bad() } //nolinting", []int{3}},
		{"space before the colon", "func f() { bad() } //nolint :errcheck", nil},
		{"block comment", "func f() { bad() } /* nolint */", []int{3}},
		{"function", "//nolint:awserrlint\nfunc f() {\n\tbad()\n\tbad()\n}\n\nfunc g() { bad() }", []int{9}},
		{"last line of a doc comment", "// f fails.\n//nolint:awserrlint\nfunc f() {\n\tbad()\n}", nil},
		{"not the last line", "//nolint:awserrlint\n// f fails.\nfunc f() {\n\tbad()\n}", []int{6}},
		{"blank line below", "//nolint:awserrlint\n\nfunc f() { bad() }", []int{5}},
		{"statement", "func f() {\n\t//nolint:awserrlint\n\tif true {\n\t\tbad()\n\t}\n\tbad()\n}", []int{8}},
		{"another column", "func f() {\n//nolint:awserrlint\n\tbad()\n}", []int{5}},
		{"behind the header", "func f() {\n\tif true { //nolint:awserrlint\n\t\tbad()\n\t}\n}", []int{5}},
		{"behind the last line", "func f() {\n\tbad(\n\t\t1,\n\t) //nolint:awserrlint\n}", []int{4}},
		{"behind the first line", "func f() {\n\tbad( //nolint:awserrlint\n\t\t1,\n\t)\n}", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := file{name: "f.go", path: "example.com/p", src: "package p\n\n" + test.src}
			if lines, _ := analyze(t, f); !slices.Equal(lines, test.want) {
				t.Errorf("reported lines %v, want %v", lines, test.want)
			}
			f.flags = []string{"no-nolint"}
			if lines, _ := analyze(t, f); len(lines) != strings.Count(test.src, "bad(") {
				t.Errorf("with -nolint=false, reported lines %v", lines)
			}
		})
	}
	f := file{name: "f.go", path: "example.com/p", src: "//nolint:awserrlint\npackage p\n\nfunc f() { bad() }"}
	if lines, _ := analyze(t, f); len(lines) > 0 {
		t.Errorf("above the package clause, reported lines %v", lines)
	}
}

func TestFiles(t *testing.T) {
	for _, test := range []struct {
		name                string
		file                file
		reported, withTests bool
	}{
		{"code", file{name: "store.go"}, true, true},
		{"test", file{name: "store_test.go"}, false, true},
		{"external test", file{name: "store_test.go", pkg: "p_test"}, false, true},
		{"mock by prefix", file{name: "mock_store.go"}, false, true},
		{"mock by suffix", file{name: "store_mock.go"}, false, true},
		{"fake", file{name: "fake.go"}, false, true},
		{"part of a word", file{name: "fakery.go"}, true, true},
		{"fake package", file{name: "store.go", pkg: "fakes3"}, false, true},
		{"mocks package", file{name: "store.go", pkg: "storemocks"}, false, true},
		{"fake folder", file{name: "store.go", path: "example.com/p/fake/s3"}, false, true},
		{"testutil folder", file{name: "store.go", path: "example.com/internal/testutil/s3"}, false, true},
		{"like testutil", file{name: "store.go", path: "example.com/contestutils/s3"}, true, true},
		{"imports testing", file{name: "helpers.go", src: `import "testing"`}, false, true},
		{"imports gomega", file{name: "framework.go", src: `import . "github.com/onsi/gomega"`}, false, true},
		{"imports the like of testing", file{name: "helpers.go", src: `import "testingbot/api"`}, true, true},
		{"generated", file{name: "store.go", src: "// Code generated by storegen. DO NOT EDIT."}, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := test.file
			if f.pkg == "" {
				f.pkg = "p"
			}
			if f.path == "" {
				f.path = "example.com/" + f.pkg
			}
			f.src = "package " + f.pkg + "\n" + f.src + "\nfunc f() { bad() }"
			if strings.Contains(f.src, "Code generated") {
				f.src = test.file.src + "\npackage p\nfunc f() { bad() }"
			}
			if lines, _ := analyze(t, f); len(lines) == 1 != test.reported {
				t.Errorf("reported is %v", len(lines) == 1)
			}
			f.flags = []string{"tests"}
			if lines, _ := analyze(t, f); len(lines) == 1 != test.withTests {
				t.Errorf("with -tests, reported is %v", len(lines) == 1)
			}
		})
	}
}
