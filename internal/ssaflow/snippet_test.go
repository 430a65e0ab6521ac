package ssaflow

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
)

// prelude is what snippets are written with. Functions without a body are those of which nothing is known.
const prelude = `package p

import (
	"maps"
	"slices"
)

var _, _ = maps.All[map[int]int], slices.All[[]int]

type errorT struct {
	inner error
	Open  error
}

func (*errorT) Error() string { return "" }

type doer interface{ do() error }

type holder struct {
	err  error
	errs []error
}

type outer struct{ holder }

func a() error
func b() error
func c() error
func pair() (int, error)
func text() string
func cond() bool
func sink(v any)
func errSink(err error)
func take(p *error)
func run(f func() error) error
func each(yield func() bool)
func errsOf(i int) func(yield func(error) bool)
`

// std imports packages of the standard library.
var std = sync.OnceValue(func() types.Importer { return importer.ForCompiler(token.NewFileSet(), "source", nil) })

// load builds the package of a snippet.
func load(t *testing.T, snippet string) *Program {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", prelude+snippet, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object),
		Implicits: make(map[ast.Node]types.Object), Instances: make(map[*ast.Ident]types.Instance), Scopes: make(map[ast.Node]*types.Scope),
		Selections: make(map[*ast.SelectorExpr]*types.Selection), FileVersions: make(map[*ast.File]string),
	}
	pkg, err := (&types.Config{Importer: std()}).Check("p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	in := inspector.New([]*ast.File{f})
	pass := &analysis.Pass{
		Fset: fset, Files: []*ast.File{f}, Pkg: pkg, TypesInfo: info,
		ResultOf: map[*analysis.Analyzer]any{inspect.Analyzer: in},
	}
	result, err := run(pass)
	if err != nil {
		t.Fatal(err)
	}
	return result.(*Package).Program()
}

// argumentOf returns the first argument of the only call of the function called name.
func argumentOf(t *testing.T, p *Program, name string) ssa.Value {
	t.Helper()
	var found ssa.Value
	p.Instrs(func(instr ssa.Instruction) {
		call, ok := instr.(ssa.CallInstruction)
		if ok && call.Common().StaticCallee() != nil && call.Common().StaticCallee().Name() == name {
			if found != nil {
				t.Fatalf("there are several calls of %s", name)
			}
			found = call.Common().Args[0]
		}
	})
	if found == nil {
		t.Fatalf("there is no call of %s", name)
	}
	return found
}

// typeName names the kind of an instruction: "Call".
func typeName(instr ssa.Instruction) string {
	return strings.TrimPrefix(fmt.Sprintf("%T", instr), "*ssa.")
}
