package rule

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A module is a package that a rule runs on.
type module struct {
	pass     *analysis.Pass
	contents map[string]string     // of its files, by name
	reported []analysis.Diagnostic // in the order in which the rule reports them
}

// The packages of the standard library are type-checked once for all tests.
var (
	fset = token.NewFileSet()
	std  = importer.ForCompiler(fset, "source", nil)
)

// load type-checks the files a.go, b.go and so on of a package, which have the contents. They are
// parsed in reverse, as may happen where several are parsed at a time.
func load(t *testing.T, contents ...string) *module {
	t.Helper()
	m := &module{contents: make(map[string]string)}
	files := make([]*ast.File, len(contents))
	for i, content := range slices.Backward(contents) {
		name := string(rune('a'+i)) + ".go"
		f, err := parser.ParseFile(fset, name, content, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files[i], m.contents[name] = f, content
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Scopes: make(map[ast.Node]*types.Scope),
	}
	config := types.Config{Importer: std}
	pkg, err := config.Check("example.com/p", fset, files, info)
	if err != nil {
		t.Fatal(err)
	}
	m.pass = &analysis.Pass{
		Fset: fset, Files: files, Pkg: pkg, TypesInfo: info,
		ReadFile: func(name string) ([]byte, error) { return []byte(m.contents[name]), nil },
		Report:   func(d analysis.Diagnostic) { m.reported = append(m.reported, d) },
		Analyzer: newSuppression(),
	}
	suppression, err := runSuppression(m.pass)
	if err != nil {
		t.Fatal(err)
	}
	m.pass.ResultOf = map[*analysis.Analyzer]any{Suppression: suppression, inspect.Analyzer: inspector.New(files)}
	return m
}

// run runs a rule called r that reports with f what it makes of each call in the package, the
// last call first.
func (m *module) run(t *testing.T, f func(*Pass, *ast.CallExpr) Finding) []Reported {
	t.Helper()
	r := New(Spec{Name: "r", Doc: &lint.RawDocumentation{Title: "Rule of a test"}, Run: func(pass *Pass) {
		var calls []*ast.CallExpr
		for _, file := range pass.Files {
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					calls = append(calls, call)
				}
				return true
			})
		}
		for _, call := range slices.Backward(calls) {
			pass.Report(f(pass, call))
		}
	}})
	m.pass.Analyzer = r.Analyzer
	result, err := r.Run(m.pass)
	if err != nil {
		t.Fatal(err)
	}
	if reflect.TypeOf(result) != r.ResultType {
		t.Errorf("the result is a %T, want %s", result, r.ResultType)
	}
	return result.([]Reported)
}

func TestNew(t *testing.T) {
	doc := &lint.RawDocumentation{Title: "Title"}
	plain := New(Spec{Name: "plain", Doc: doc, Run: func(*Pass) {}})
	handlers := New(Spec{Name: "handlers", Doc: doc, Run: func(*Pass) {}, Handlers: true, Fixes: true})
	if err := analysis.Validate([]*analysis.Analyzer{plain.Analyzer, handlers.Analyzer, Directives([]*analysis.Analyzer{plain.Analyzer}, nil).Analyzer}); err != nil {
		t.Error(err)
	}
	if plain.Analyzer.Doc != "Title" || plain.Doc != doc || plain.URL != URL("plain") || !plain.RunDespiteErrors || plain.Fixes || !handlers.Fixes {
		t.Errorf("the rules are %+v and %+v", plain, handlers)
	}
	if !slices.Equal(handlers.Requires, append(slices.Clone(plain.Requires), handler.Analyzer, lambdaresp.Analyzer)) {
		t.Error("a rule requires the handlers that its Spec does not ask for, or not those that it does")
	}
}

// TestOrder demands that findings come in the order of the source, whatever the rule does and
// whichever file was parsed first.
func TestOrder(t *testing.T) {
	m := load(t, "package p\n\nfunc f() { f(); g() }\n", "package p\n\nfunc g() { g(); f() }\n")
	edited := ""
	reported := m.run(t, func(pass *Pass, call *ast.CallExpr) Finding {
		name := call.Fun.(*ast.Ident).Name
		return Finding{Range: call, Operation: "s3." + name, Message: name, Edit: func() *fix.Editor {
			edited += name
			return nil
		}}
	})
	var got []string
	for i, r := range reported {
		got = append(got, fset.Position(r.Pos).String()+" "+r.Operation)
		if !reflect.DeepEqual(r.Diagnostic, m.reported[i]) {
			t.Errorf("the result has %+v, the driver gets %+v", r.Diagnostic, m.reported[i])
		}
		if r.URL != URL("r") || r.End <= r.Pos || len(r.SuggestedFixes) > 0 {
			t.Errorf("the diagnostic is %+v", r.Diagnostic)
		}
	}
	want := []string{"a.go:3:12 s3.f", "a.go:3:17 s3.g", "b.go:3:12 s3.g", "b.go:3:17 s3.f"}
	if !slices.Equal(got, want) {
		t.Errorf("findings are %q, want %q", got, want)
	}
	if edited != "fggf" {
		t.Errorf("fixes are made in the order %q", edited)
	}
}

// TestSuppressed demands that what is not reported has no fix, so that other fixes do not
// depend on it.
func TestSuppressed(t *testing.T) {
	m := load(t, "package p\n\nfunc f() {\n\tf()\n\t//awserrlint:ignore r it is fine\n\tf()\n}\n",
		"// Code generated by f. DO NOT EDIT.\npackage p\n\nfunc g() { g() }\n")
	edits := 0
	reported := m.run(t, func(pass *Pass, call *ast.CallExpr) Finding {
		if name := fset.Position(call.Pos()).Filename; pass.Reportable(call.Pos()) != (name == "a.go") {
			t.Errorf("Reportable is wrong for %s", name)
		}
		return Finding{Range: call, Edit: func() *fix.Editor { edits++; return nil }}
	})
	if len(reported) != 1 || fset.Position(reported[0].Pos).Line != 4 || edits != 1 {
		t.Errorf("reported are %+v, %d are edited", reported, edits)
	}

	directives := Directives([]*analysis.Analyzer{m.pass.Analyzer}, []*Rule{{Analyzer: m.pass.Analyzer}})
	if err := directives.Flags.Set("unused", "true"); err != nil {
		t.Fatal(err)
	}
	m.pass.Analyzer = directives.Analyzer
	if result, err := directives.Run(m.pass); err != nil || reflect.TypeOf(result) != directives.ResultType || len(result.([]Reported)) > 0 {
		t.Errorf("directives are wrong: %+v, %v", result, err)
	}
}

func TestReportReturns(t *testing.T) {
	m := load(t, "package p\n\nfunc f() {\n\tf()\n\tf() //awserrlint:ignore r it is fine\n}\n")
	p := newPass(m.pass, Lost)
	p.Analyzer = &analysis.Analyzer{Name: "r"}
	var got []bool
	ast.Inspect(p.Files[0], func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			got = append(got, p.Report(Finding{Range: call}))
		}
		return true
	})
	if !slices.Equal(got, []bool{true, false}) {
		t.Errorf("Report returns %t", got)
	}
}

// TestMayLose demands that only the loss of an error is accepted.
func TestMayLose(t *testing.T) {
	for _, lost := range []bool{false, true} {
		m := load(t, "package p\n\nfunc f() { f() }\n")
		m.pass.ResultOf[Suppression].(*suppression).mayLose = globs{"s3.*"}
		reported := m.run(t, func(pass *Pass, call *ast.CallExpr) Finding {
			return Finding{Range: call, Operation: "s3.GetObject", Lost: lost}
		})
		if (len(reported) == 0) != lost {
			t.Errorf("lost is %t, reported are %v", lost, reported)
		}
	}
}
