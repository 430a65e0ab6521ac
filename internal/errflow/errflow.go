// Package errflow says where the errors of AWS calls come from and what becomes of
// them. It works on the SSA form of one package at a time.
package errflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// Analyzer builds the SSA form of a package that uses AWS and finds its AWS calls.
//
// It requires neither buildssa nor ctrlflow, whose facts make drivers load the whole
// world from source. It has facts of its own, for packages of the user's module; a
// driver that would load the world for them takes FactTypes away.
var Analyzer = newAnalyzer()

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "awserrlintflow",
		Doc:              "find AWS calls and follow their errors",
		URL:              "https://github.com/awserrlint/awserrlint",
		Requires:         []*analysis.Analyzer{inspect.Analyzer},
		ResultType:       reflect.TypeFor[*Package](),
		Run:              run,
		FactTypes:        []analysis.Fact{new(Result)},
		RunDespiteErrors: true,
	}
	a.Flags.String("calls", "", "also take calls of these functions, methods, or types with all methods for AWS calls, in packages that use AWS: "+
		"a comma-separated list of `names`, such as example.com/shop/queue.Publish,example.com/shop/queue.Client")
	return a
}

// A Package is what is known of the errors in one package.
type Package struct {
	// Funcs are the functions of the package, literals included, in source order.
	Funcs []*ssa.Function

	// Sites are the package's AWS calls, in source order.
	Sites []*Site

	types      *types.Package
	info       *types.Info
	ssa        *ssa.Package
	fset       *token.FileSet
	dir        string                         // folder of the package
	also       names                          // what the user takes for AWS calls
	calls      map[token.Pos]inspector.Cursor // by the position of the parenthesis
	index      *index
	mu         sync.Mutex // guards solver
	solver     *solver
	importFact func(types.Object, analysis.Fact) bool // nil without facts
}

// Origins returns where an error can come from that is one of vs. Rules that run at the
// same time may call it.
func (p *Package) Origins(vs ...ssa.Value) Origins {
	p.mu.Lock()
	defer p.mu.Unlock()
	var o Origins
	p.solver.ask(func() {
		o = Origins{}
		for _, v := range vs {
			o = o.union(p.close(p.trace(v)))
		}
	})
	return o
}

// A Site is a place where an AWS call stands.
type Site struct {
	Op    *awssdk.Operation
	Instr ssa.CallInstruction // *ssa.Call, *ssa.Go or *ssa.Defer
	Call  inspector.Cursor    // of the *ast.CallExpr

	// Output and Err are the results of the call, nil where the program does not
	// take them.
	Output, Err ssa.Value

	order int // among the sites of the package
}

// Expr returns the call's syntax.
func (s *Site) Expr() *ast.CallExpr { return s.Call.Node().(*ast.CallExpr) }

func run(pass *analysis.Pass) (any, error) {
	p := &Package{types: pass.Pkg, info: pass.TypesInfo, fset: pass.Fset, solver: newSolver()}
	if awspath.IsSDK(pass.Pkg.Path()) {
		return p, nil
	}
	facts := len(pass.Analyzer.FactTypes) > 0
	if !awssdk.UsesSDK(pass.Pkg) && !(facts && importsFacts(pass)) {
		return p, nil
	}
	if len(pass.Files) > 0 {
		p.dir = filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name())
	}
	p.ssa, p.Funcs = build(pass)
	p.also = newNames(pass.Analyzer.Flags.Lookup("calls").Value.String())
	p.calls = callsByLparen(pass.ResultOf[inspect.Analyzer].(*inspector.Inspector))
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if cur, ok := p.calls[call.Common().Pos()]; ok {
					if site := p.newSite(call, cur); site != nil {
						site.order = len(p.Sites)
						p.Sites = append(p.Sites, site)
					}
				}
			}
		}
	}
	p.index = newIndex(p.Funcs, p.Sites)
	if facts {
		p.importFact = pass.ImportObjectFact
		p.exportFacts(pass)
	}
	return p, nil
}

// importsFacts reports whether a package that the package of pass imports has a fact.
func importsFacts(pass *analysis.Pass) bool {
	for _, fact := range pass.AllObjectFacts() {
		if _, ok := fact.Fact.(*Result); ok && fact.Object.Pkg() != pass.Pkg {
			return true
		}
	}
	return false
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
func (p *Package) newSite(call ssa.CallInstruction, cur inspector.Cursor) *Site {
	fn := callee(call.Common())
	op := awssdk.Of(fn, call.Common().Signature())
	if op == nil && fn != nil && p.also.has(fn) {
		op = ownOperation(fn)
	}
	if op == nil {
		return nil
	}
	return siteOf(op, call, cur)
}

// siteOf returns the site of call, which performs op.
func siteOf(op *awssdk.Operation, call ssa.CallInstruction, cur inspector.Cursor) *Site {
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
