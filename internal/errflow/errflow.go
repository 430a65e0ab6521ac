package errflow

import (
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Analyzer finds the AWS calls of a package that uses AWS, and follows their errors.
//
// It has facts, for packages of the user's module; a driver that would load the world for them takes FactTypes away.
var Analyzer = newAnalyzer()

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "awserrlintflow",
		Doc:              "find AWS calls and follow their errors",
		URL:              "https://github.com/awserrlint/awserrlint",
		Requires:         []*analysis.Analyzer{ssaflow.Analyzer},
		ResultType:       reflect.TypeFor[*Package](),
		Run:              run,
		FactTypes:        []analysis.Fact{new(Result), new(CutResult), new(Implemented)},
		RunDespiteErrors: true,
	}
	a.Flags.Var(option.NewList(option.Func), "calls", "also take calls of these functions, methods, or types with all methods for AWS calls: "+
		"a comma-separated list of `names`, such as example.com/shop/queue.Publish,example.com/shop/queue.Client")
	return a
}

// A Package is what is known of the errors in one package.
type Package struct {
	// Program is the package in SSA form, nil where errors of AWS do not come to the package: then
	// there is nothing to ask.
	*ssaflow.Program

	// Sites are the package's AWS calls, in source order.
	Sites []*Site

	dir          string // folder of the package
	module       string // path of its module, "" where the driver does not tell
	also         names  // what the user takes for AWS calls
	sites        map[ssa.CallInstruction]*Site
	errorsMu     sync.Mutex                         // guards errors
	errors       map[*ssa.Function]func() *errorsIn // those of functions that have sites
	groups       map[ssa.Value][]ssa.Value          // the functions that an errgroup runs, by the group's variable
	mu           sync.Mutex                         // guards solver, cuts, logging and returningNil
	solver       *solver
	cuts         map[CutPoint]*CutSite
	exportedCuts []CutPoint                             // that facts name
	logging      map[*ssa.Function]bool                 // whether a function logs each error that it returns
	returningNil map[*ssa.Function]bool                 // whether its output is nil where it returns an error
	importFact   func(types.Object, analysis.Fact) bool // nil without facts
	behind       map[string]Method                      // of methods of interfaces, see Implemented
}

// Origins returns where an error can come from that is one of vs. Rules that run at the same time may call it.
func (p *Package) Origins(vs ...ssa.Value) Origins {
	if p.Program == nil {
		return Origins{Unknown: true}
	}
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

// Open returns where the error v can come from that is read in the block b, or the error of a call
// of v there, a function. Parameters it leaves open, and returns: those that the error is or wraps,
// and functions that return it.
func (p *Package) Open(v ssa.Value, b *ssa.BasicBlock) (Origins, []*ssa.Parameter) {
	p.mu.Lock()
	defer p.mu.Unlock()
	var o Origins
	var params []*ssa.Parameter
	p.solver.ask(func() {
		var f flow
		for _, live := range live(v, b) {
			if _, fn := live.Type().Underlying().(*types.Signature); fn {
				f = f.union(p.newTracer().invoked(live))
			} else {
				f = f.union(p.trace(live))
			}
		}
		params = slices.Concat(f.params, f.called)
		f.params, f.called = nil, nil
		o = p.close(f)
	})
	return o, params
}

func run(pass *analysis.Pass) (any, error) {
	p := &Package{solver: newSolver(), cuts: make(map[CutPoint]*CutSite), logging: make(map[*ssa.Function]bool), returningNil: make(map[*ssa.Function]bool)}
	if awspath.IsSDK(pass.Pkg.Path()) {
		return p, nil
	}
	facts := len(pass.Analyzer.FactTypes) > 0
	p.also = newNames(pass.Analyzer.Flags.Lookup("calls").Value.(*option.List).Words)
	if !awssdk.UsesSDK(pass.Pkg) && !p.also.anyIn(pass.Pkg.Imports()) && !(facts && importsFacts(pass)) {
		return p, nil
	}
	if len(pass.Files) > 0 {
		p.dir = filepath.Dir(pass.Fset.File(pass.Files[0].FileStart).Name())
	}
	p.Program = pass.ResultOf[ssaflow.Analyzer].(*ssaflow.Package).Program()
	if pass.Module != nil {
		p.module = pass.Module.Path
	}
	p.findSites()
	p.groups = p.findGroups()
	if facts {
		p.importFact = pass.ImportObjectFact
		p.behind = importImplemented(pass)
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
	return len(importImplemented(pass)) > 0
}
