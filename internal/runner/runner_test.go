package runner

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// check returns the package with the source src. It may import packages in imports.
func check(t testing.TB, path, src string, imports ...*packages.Package) *packages.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path+".go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	pkg := &packages.Package{PkgPath: path, Fset: fset, Syntax: []*ast.File{file}, Imports: make(map[string]*packages.Package)}
	known := make(importer)
	for _, imp := range imports {
		pkg.Imports[imp.PkgPath], known[imp.PkgPath] = imp, imp.Types
	}
	pkg.TypesInfo = &types.Info{Defs: make(map[*ast.Ident]types.Object)}
	config := &types.Config{Importer: known}
	if pkg.Types, err = config.Check(path, fset, pkg.Syntax, pkg.TypesInfo); err != nil {
		t.Fatal(err)
	}
	return pkg
}

type importer map[string]*types.Package

func (i importer) Import(path string) (*types.Package, error) { return i[path], nil }

// reporting returns an analyzer that reports its name once and then returns what end returns.
func reporting(name string, end func() error, requires ...*analysis.Analyzer) *analysis.Analyzer {
	return &analysis.Analyzer{Name: name, Doc: name, Requires: requires, ResultType: reported, Run: func(pass *analysis.Pass) (any, error) {
		return report(pass, "by "+name), end()
	}}
}

var reported = reflect.TypeFor[[]rule.Reported]()

// report reports message for other drivers, and returns it as the result for this one.
func report(pass *analysis.Pass, message string) []rule.Reported {
	d := analysis.Diagnostic{Pos: pass.Files[0].Package, Message: message}
	pass.Report(d)
	return []rule.Reported{{Diagnostic: d, Operation: "s3.GetObject"}}
}

func succeed() error { return nil }

func warning(string) finding.Severity { return finding.Warning }

// texts returns the findings and problems of res, one on a line.
func texts(res Result) []string {
	var lines []string
	for _, f := range res.Findings {
		lines = append(lines, f.String())
	}
	for _, p := range res.Problems {
		lines = append(lines, p.String())
	}
	return lines
}

func TestFailingAnalyzers(t *testing.T) {
	asked := func() error { panic("oh") }
	told := crash.Guard(asked).Error()
	panics := reporting("panics", asked)
	fails := reporting("fails", func() error { return errors.New("no") })
	lies := &analysis.Analyzer{Name: "lies", Doc: "lies", ResultType: reflect.TypeFor[int](), Run: func(*analysis.Pass) (any, error) { return "", nil }}
	fine := reporting("fine", succeed)
	for _, test := range []struct {
		name      string
		analyzers []*analysis.Analyzer
		want      []string
	}{
		{"a panic is one problem, others report", []*analysis.Analyzer{panics, fine}, []string{
			"p.go:1:1: warning: by fine (fine)", "p: panics failed: " + told,
		}},
		{"an error as well", []*analysis.Analyzer{fails, fine}, []string{
			"p.go:1:1: warning: by fine (fine)", "p: fails failed: no",
		}},
		{"a result of another type", []*analysis.Analyzer{lies, fine}, []string{"p.go:1:1: warning: by fine (fine)", "p: lies failed: result is string, not int"}},
		{"what two need fails once, and they do not run", []*analysis.Analyzer{
			reporting("one", succeed, panics), reporting("two", succeed, panics), fine,
		}, []string{"p.go:1:1: warning: by fine (fine)", "p: panics failed: " + told}},
		{"what two ask for fails for each, and is told once", []*analysis.Analyzer{
			reporting("one", asked), fine, reporting("two", asked),
		}, []string{"p.go:1:1: warning: by fine (fine)", "p: one, two failed: " + told}},
		{"only those asked for report", []*analysis.Analyzer{reporting("one", succeed, fine)}, []string{"p.go:1:1: warning: by one (one)"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			run := &Runner{Analyzers: test.analyzers, Severity: warning}
			pkg := check(t, "p", "package p")
			results, _, err := runAll(run, pkg)
			if got := texts(results["p"]); !slices.Equal(got, test.want) || err != nil {
				t.Errorf("got %q, want %q: %v", got, test.want, err)
			}
		})
	}
}

// A counted is a fact: how many packages deep the function is known.
type counted struct{ N int }

func (*counted) AFact() {}

// counting exports a fact about each function F, one more than what is known of the F of
// imports, and reports it.
func counting() *analysis.Analyzer {
	a := &analysis.Analyzer{Name: "counting", Doc: "counting", ResultType: reported, FactTypes: []analysis.Fact{new(counted)}}
	a.Run = func(pass *analysis.Pass) (any, error) {
		n := 0
		for _, imp := range pass.Pkg.Imports() {
			var fact counted
			if pass.ImportObjectFact(imp.Scope().Lookup("F"), &fact) {
				n = max(n, fact.N)
			}
		}
		pass.ExportObjectFact(pass.Pkg.Scope().Lookup("F"), &counted{n + 1})
		return report(pass, fmt.Sprint(n+1)), nil
	}
	return a
}

func TestRun(t *testing.T) {
	a := check(t, "a", "package a\nfunc F() {}")
	b := check(t, "b", "package b\nimport \"a\"\nfunc F() { a.F() }", a)
	c := check(t, "c", "package c\nimport \"a\"\nimport \"b\"\nfunc F() { a.F(); b.F() }", a, b)
	run := &Runner{Analyzers: []*analysis.Analyzer{counting()}, Severity: warning}
	RegisterFacts(run.Analyzers)
	results, facts, err := runAll(run, a, b, c)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"a": "a.go:1:1: warning: 1 (counting)", "b": "b.go:1:1: warning: 2 (counting)", "c": "c.go:1:1: warning: 3 (counting)"} {
		if got := texts(results[path]); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if f := results["a"].Findings[0]; f.Operation != "s3.GetObject" || f.Severity != finding.Warning || f.Package != "a" {
		t.Errorf("finding is %+v", f)
	}

	// The same for one package, with what is known about the others.
	run.Known = map[string][]byte{"a": facts["a"], "b": facts["b"]}
	results, again, err := runAll(run, c)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := texts(results["c"]), []string{"c.go:1:1: warning: 3 (counting)"}; !slices.Equal(got, want) {
		t.Errorf("c alone: got %q, want %q", got, want)
	}
	if !bytes.Equal(again["c"], facts["c"]) {
		t.Error("the facts about c differ")
	}
	run.Known = map[string][]byte{"a": []byte("broken")}
	if _, _, err := runAll(run, c); err == nil {
		t.Error("broken facts are accepted")
	}
}

// TestFactsOfImports checks that an analyzer sees the facts of its types about what its package imports, directly or not, and
// no others: those that other packages of the run have, which may be done by then or not.
func TestFactsOfImports(t *testing.T) {
	const source = "package %s\nfunc F() {}"
	low := check(t, "low", fmt.Sprintf(source, "low"))
	aside := check(t, "aside", fmt.Sprintf(source, "aside"))
	mid := check(t, "mid", "package mid\nimport \"low\"\nfunc F() { low.F() }", low)
	top := check(t, "top", "package top\nimport \"mid\"\nfunc F() { mid.F() }", mid)

	var seen []string // by the analyzer of top
	lists := &analysis.Analyzer{Name: "lists", Doc: "lists", FactTypes: []analysis.Fact{new(counted)}}
	lists.Run = func(pass *analysis.Pass) (any, error) {
		seen = nil
		for _, f := range pass.AllObjectFacts() {
			seen = append(seen, fmt.Sprint(f.Object.Pkg().Path(), " ", f.Object.Name(), f.Fact.(*counted).N))
		}
		for _, f := range pass.AllPackageFacts() {
			seen = append(seen, fmt.Sprint(f.Package.Path(), " ", f.Fact.(*counted).N))
		}
		slices.Sort(seen)
		for _, pkg := range []*packages.Package{low, mid, aside} {
			var object, whole counted
			if known := pass.ImportObjectFact(pkg.Types.Scope().Lookup("F"), &object) && pass.ImportPackageFact(pkg.Types, &whole); known != (pkg != aside) {
				t.Errorf("%s is known to %s: %t", pkg.PkgPath, pass.Pkg.Path(), known)
			}
		}
		if pass.ImportObjectFact(types.Universe.Lookup("error"), new(counted)) {
			t.Error("there is a fact about error")
		}
		pass.ExportObjectFact(pass.Pkg.Scope().Lookup("F"), &counted{0})
		return nil, nil
	}
	other := &analysis.Analyzer{Name: "other", Doc: "other", FactTypes: []analysis.Fact{new(named)}}
	other.Run = func(pass *analysis.Pass) (any, error) {
		pass.ExportPackageFact(&named{"other"})
		return nil, nil
	}
	whole := counting()
	count := whole.Run
	whole.Run = func(pass *analysis.Pass) (any, error) {
		pass.ExportPackageFact(&counted{7})
		return count(pass)
	}

	want := []string{"low 7", "low F1", "mid 7", "mid F2"}
	run := (&Runner{Analyzers: []*analysis.Analyzer{whole, other}, Severity: warning}).Start()
	RegisterFacts(run.runner.Analyzers)
	known := make(map[string][]byte)
	for _, pkg := range []*packages.Package{low, aside, mid} {
		_, facts, err := run.Package(pkg)
		if err != nil {
			t.Fatal(err)
		}
		if known[pkg.PkgPath], err = facts.Encode(); err != nil {
			t.Fatal(err)
		}
	}
	run.runner.Analyzers = []*analysis.Analyzer{lists}
	if _, _, err := run.Package(top); err != nil || !slices.Equal(seen, want) {
		t.Errorf("got %q, want %q: %v", seen, want, err)
	}
	run = (&Runner{Analyzers: []*analysis.Analyzer{lists}, Severity: warning, Known: known}).Start()
	for range 2 { // what is known is decoded once
		if _, _, err := run.Package(top); err != nil || !slices.Equal(seen, want) {
			t.Errorf("from bytes: got %q, want %q: %v", seen, want, err)
		}
	}
}

// runAll runs the analyzers on pkgs, and returns results and encoded facts by path.
func runAll(r *Runner, pkgs ...*packages.Package) (map[string]Result, map[string][]byte, error) {
	results, encoded := make(map[string]Result), make(map[string][]byte)
	run := r.Start()
	for _, pkg := range pkgs {
		res, facts, err := run.Package(pkg)
		if err != nil {
			return nil, nil, err
		}
		if encoded[pkg.PkgPath], err = facts.Encode(); err != nil {
			return nil, nil, err
		}
		results[pkg.PkgPath] = res
	}
	return results, encoded, nil
}
