package errflow

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Result is a fact about a function: where the error that is its last result can
// come from. Drivers that handle facts cheaply carry it to the importing packages.
type Result struct {
	Summary Summary
	Logs    bool // the function logs each error that it returns

	// NilOutput says that its first result is a nil pointer wherever it returns an error.
	NilOutput bool
}

// AFact marks Result as a fact.
func (*Result) AFact() {}

func (r *Result) String() string { return "returns the error of " + r.Summary.Origins.String() }

// imported returns the summary of the i-th result of fn, a function of another package. It returns
// false where nothing is known but what the error cuts off.
func (t *tracer) imported(fn *types.Func, i int) (Summary, bool) {
	if fn == nil || t.importFact == nil || i != fn.Signature().Results().Len()-1 {
		return Summary{}, false
	}
	var r Result
	known := t.importFact(fn.Origin(), &r)
	var cut CutResult
	if t.importFact(fn.Origin(), &cut) {
		r.Summary.Cuts, r.Summary.Cutting = cut.Cuts, cut.Cutting
	}
	return r.Summary, known
}

// A CutResult is a fact about a function: which errors of AWS the error that is its last result has
// cut off.
type CutResult struct {
	Cuts    []Cut
	Cutting []Cutting
}

// AFact marks CutResult as a fact.
func (*CutResult) AFact() {}

func (r *CutResult) String() string { return "cuts errors off" }

// exportFacts exports what callers in other packages need to know.
func (p *Package) exportFacts(pass *analysis.Pass) {
	for _, fn := range p.Funcs {
		obj := ssaflow.Declared(fn)
		if obj == nil || !obj.Exported() {
			continue
		}
		if !returnsError(obj) {
			continue
		}
		sum := p.resultOf(fn, obj.Signature().Results().Len()-1)
		if len(sum.Cuts)+len(sum.Cutting) > 0 {
			pass.ExportObjectFact(obj, &CutResult{sum.Cuts, sum.Cutting})
			p.exportedCuts = append(p.exportedCuts, pointsOf(sum)...)
			sum.Cuts, sum.Cutting = nil, nil
		}
		wraps := awssdk.Of(obj, obj.Signature()) != nil // it is taken for an operation, and may say more
		if sum.AWS() || len(sum.Params)+len(sum.Called) > 0 || wraps && (sum.Retold || len(sum.Texts) > 0) {
			sum.sites = nil // they hold the whole package
			pass.ExportObjectFact(obj, &Result{sum, p.logs(fn), p.returnsNil(fn)})
		}
	}
	p.exportImplemented(pass)
}

// pointsOf returns where what sum says is cut off.
func pointsOf(sum Summary) []CutPoint {
	var points []CutPoint
	for _, c := range sum.Cuts {
		points = append(points, c.At)
	}
	for _, c := range sum.Cutting {
		points = append(points, c.At)
	}
	return points
}

// resultOf returns the summary of the i-th result of fn, a function of the package.
func (p *Package) resultOf(fn *ssa.Function, i int) Summary {
	var sum Summary
	p.solver.ask(func() {
		sum, _ = p.newTracer().summary(fn, i)
	})
	return sum
}
