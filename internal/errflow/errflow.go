// Package errflow says where the errors of AWS calls come from and what becomes of
// them. It works on the SSA form of one package at a time.
package errflow

import (
	"go/ast"
	"go/token"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// Analyzer builds the SSA form of a package that uses AWS and finds its AWS calls.
//
// It neither has facts nor requires buildssa or ctrlflow, which have: with one of
// these, drivers load the whole world from source.
var Analyzer = &analysis.Analyzer{
	Name:             "awserrlintflow",
	Doc:              "find AWS calls and follow their errors",
	URL:              "https://github.com/awserrlint/awserrlint",
	Requires:         []*analysis.Analyzer{inspect.Analyzer},
	ResultType:       reflect.TypeFor[*Package](),
	Run:              run,
	RunDespiteErrors: true,
}

// A Package is what is known of the errors in one package.
type Package struct {
	// Funcs are the functions of the package, literals included, in source order.
	Funcs []*ssa.Function

	// Sites are the package's AWS calls, in source order.
	Sites []*Site
}

// A Site is a place where an AWS call stands.
type Site struct {
	Op    *awssdk.Operation
	Instr ssa.CallInstruction // *ssa.Call, *ssa.Go or *ssa.Defer
	Call  inspector.Cursor    // of the *ast.CallExpr

	// Output and Err are the results of the call, nil where the program does not
	// take them.
	Output, Err ssa.Value
}

// Expr returns the call's syntax.
func (s *Site) Expr() *ast.CallExpr { return s.Call.Node().(*ast.CallExpr) }

func run(pass *analysis.Pass) (any, error) {
	p := new(Package)
	if !awssdk.UsesSDK(pass.Pkg) {
		return p, nil
	}
	p.Funcs = build(pass)
	calls := callsByLparen(pass.ResultOf[inspect.Analyzer].(*inspector.Inspector))
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if cur, ok := calls[call.Common().Pos()]; ok {
					if site := newSite(call, cur); site != nil {
						p.Sites = append(p.Sites, site)
					}
				}
			}
		}
	}
	return p, nil
}

// callsByLparen returns the call expressions of a package by the position of their
// opening parenthesis, which is the position of a call in SSA form.
func callsByLparen(in *inspector.Inspector) map[token.Pos]inspector.Cursor {
	calls := make(map[token.Pos]inspector.Cursor)
	for cur := range in.Root().Preorder((*ast.CallExpr)(nil)) {
		calls[cur.Node().(*ast.CallExpr).Lparen] = cur
	}
	return calls
}

// newSite returns the site of call, nil if it is no AWS call.
func newSite(call ssa.CallInstruction, cur inspector.Cursor) *Site {
	op := awssdk.Of(callee(call.Common()), call.Common().Signature())
	if op == nil {
		return nil
	}
	site := &Site{Op: op, Instr: call, Call: cur}
	if v := call.Value(); v != nil {
		n := call.Common().Signature().Results().Len()
		if n == 1 {
			site.Err = v
			return site
		}
		for _, ref := range *v.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok {
				switch x.Index {
				case 0:
					site.Output = x
				case n - 1:
					site.Err = x
				}
			}
		}
	}
	return site
}
