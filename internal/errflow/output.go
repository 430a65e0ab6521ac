package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// NilOutput reports whether the output of s is nil where its error is not: that is so for the
// operations of SDK v2, and for a function of the program wherever it returns an error.
func (p *Package) NilOutput(s *Site) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.nilOutput(s.Instr)
}

func (p *Package) nilOutput(call ssa.CallInstruction) bool {
	results := call.Common().Signature().Results()
	if results.Len() < 2 || !isPointer(results.At(0).Type()) {
		return false
	}
	if s := p.sites[call]; s != nil && !s.Wraps() {
		return s.Op.Generation == 2 // SDK v1 returns an output with every error
	}
	fn := call.Common().StaticCallee()
	if fn == nil {
		return false
	}
	if body := p.Body(fn); p.Local(body) {
		return p.returnsNil(body)
	}
	var r Result
	obj := ssaflow.Declared(fn)
	return obj != nil && p.importFact != nil && p.importFact(obj.Origin(), &r) && r.NilOutput
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// returnsNil reports whether the first result of fn is nil wherever its last, an error, may not be.
// Of a function that calls itself that is not known.
func (p *Package) returnsNil(fn *ssa.Function) bool {
	if known, ok := p.returningNil[fn]; ok {
		return known
	}
	p.returningNil[fn] = false
	all := isPointer(fn.Signature.Results().At(0).Type())
	for _, ret := range ssaflow.Returns(fn) {
		all = all && p.nilTogether(ret.Results[0], ret.Results[len(ret.Results)-1], ret.Block(), 0)
	}
	p.returningNil[fn] = all
	return all
}

// nilTogether reports whether out is nil in b unless err is. depth is that of the phis followed.
func (p *Package) nilTogether(out, err ssa.Value, b *ssa.BasicBlock, depth int) bool {
	if ssaflow.IsNil(out) || ssaflow.IsNil(err) || ssaflow.DominatedByAny(b, ssaflow.Nil(err)) {
		return true
	}
	outs, ok := out.(*ssa.Phi)
	if errs, both := err.(*ssa.Phi); ok && both && outs.Block() == errs.Block() {
		for i, pred := range outs.Block().Preds {
			if ssaflow.NilAlong(errs.Edges[i], pred, outs.Block()) {
				continue
			}
			if depth > maxDepth || !p.nilTogether(outs.Edges[i], errs.Edges[i], pred, depth+1) {
				return false
			}
		}
		return true
	}
	call, i := ssaflow.Call(out)
	if call == nil || i != 0 || !p.nilOutput(call) {
		return false
	}
	failed := ssaflow.Result(call, call.Call.Signature().Results().Len()-1)
	return failed != nil && (failed == err || ssaflow.DominatedByAny(b, ssaflow.NonNil(failed)))
}
