package lambdaresp

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Writes is a fact about a function whose first result is an HTTP response that is never empty.
type Writes struct {
	// Outcome is what the status of the response says, Unknown if that depends on what the function is given.
	Outcome Outcome
}

// AFact marks Writes as a fact.
func (*Writes) AFact() {}

func (w *Writes) String() string { return "writes a response" }

// exportWrites exports what importing packages need to know of the functions that make responses.
func (s *Set) exportWrites(pass *analysis.Pass) {
	if len(pass.Analyzer.FactTypes) == 0 || !declaresResponder(pass.TypesInfo) {
		return
	}
	for _, fn := range s.Program().Funcs {
		if obj := ssaflow.Declared(fn); obj != nil && obj.Exported() && makesHTTPResponse(obj) {
			if w := s.writesOf(fn); w != nil {
				pass.ExportObjectFact(obj, w)
			}
		}
	}
}

// declaresResponder reports whether the package declares a function for other packages that returns an HTTP response.
func declaresResponder(info *types.Info) bool {
	for _, obj := range info.Defs {
		if fn, ok := obj.(*types.Func); ok && fn.Exported() && makesHTTPResponse(fn) {
			return true
		}
	}
	return false
}

func makesHTTPResponse(fn *types.Func) bool {
	results := fn.Signature().Results()
	return results.Len() > 0 && handler.IsHTTPResponse(results.At(0).Type())
}

// writesOf returns the fact about fn, nil if its response may be empty.
func (s *Set) writesOf(fn *ssa.Function) *Writes {
	returns := ssaflow.Returns(fn)
	if len(returns) == 0 {
		return nil
	}
	var all may[Outcome]
	for _, ret := range returns {
		if s.content(ret.Results[0], ret.Block()) != Written {
			return nil
		}
		all |= only(s.outcome(ret.Results[0], ret.Block()))
	}
	return &Writes{Outcome: all.agreed()}
}

// written returns the fact about the function of another package whose first result v is, nil if there is none.
func (s *Set) written(v ssa.Value) *Writes {
	call, i := ssaflow.Call(v)
	if call == nil || i != 0 || call.Call.IsInvoke() || s.importFact == nil {
		return nil
	}
	fn := ssaflow.Callee(call.Common())
	if fn == nil || fn.Pkg() == s.Program().Types {
		return nil
	}
	w := new(Writes)
	if !s.importFact(fn.Origin(), w) {
		return nil
	}
	return w
}

// IsFromElsewhere reports whether the response v is what a function of another package returns.
func (s *Set) IsFromElsewhere(v ssa.Value) bool { return s.written(v) != nil }

// outcomeOf returns what the status of the response that call makes says: always the same, or what it is given.
func (w *Writes) outcomeOf(call *ssa.Call) Outcome {
	if w.Outcome != Unknown {
		return w.Outcome
	}
	for _, arg := range call.Call.Args {
		if status, ok := constantStatus(arg); ok && statusOutcome(status) != Unknown {
			return statusOutcome(status)
		}
	}
	return Unknown
}
