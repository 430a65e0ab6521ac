package errflow

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// MayLog reports whether the function of the package that s calls, or one that this one calls, could
// log each error of AWS that it returns: a call on the way to every return statement could be of a logger, and
// there is an error before it.
func (p *Package) MayLog(s *Site) bool {
	fn := s.Instr.Common().StaticCallee()
	if fn == nil {
		return true // who knows
	}
	if !mayLog(fn, 0) {
		return false
	}
	late := afterErrors(fn)
	for _, ret := range ssaflow.Returns(fn) {
		for v, at := range returned(ret) {
			onWay := func(instr ssa.Instruction) bool {
				return callsLogger(instr, 0) && (late(instr) || !isLogger(instr)) && leads(instr.Block(), at)
			}
			if p.Origins(v).AWS() && !anyInstr(fn, onWay) {
				return false
			}
		}
	}
	return true
}

// leads reports whether a path leads from one block to another. Each may stand in the body of a loop over a function.
func leads(from, to *ssa.BasicBlock) bool {
	for ; from != nil; from = ssaflow.Around(from) {
		for at := to; at != nil; at = ssaflow.Around(at) {
			if at.Parent() == from.Parent() {
				return ssaflow.LeadsTo(from, at, nil)
			}
		}
	}
	return false
}

// afterErrors returns whether a path leads to an instruction from where fn gets an error, or may: the body of a loop over
// a function is another function.
func afterErrors(fn *ssa.Function) func(ssa.Instruction) bool {
	if slices.ContainsFunc(fn.Params, func(v *ssa.Parameter) bool { return holdsError(v.Type()) }) {
		return func(ssa.Instruction) bool { return true }
	}
	after := make(map[ssa.Instruction]bool)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if v, ok := instr.(ssa.Value); ok && !after[instr] && holdsError(v.Type()) {
				maps.Copy(after, ssaflow.Reachable(instr, nil))
			}
		}
	}
	return func(instr ssa.Instruction) bool { return after[instr] || instr.Parent() != fn }
}

// isLogger reports whether instr calls a logger itself, and now: what is deferred, or runs meanwhile, may come later.
func isLogger(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	inner := call.Call.StaticCallee()
	return inner == nil || len(inner.Blocks) == 0
}

// holdsError reports whether a value of type t is an error, or results with one.
func holdsError(t types.Type) bool {
	results, ok := t.(*types.Tuple)
	return awssdk.IsErrorType(t) || ok && slices.ContainsFunc(slices.Collect(results.Variables()), func(v *types.Var) bool { return awssdk.IsErrorType(v.Type()) })
}

// maxDepth is that of calls followed.
const maxDepth = 5

// mayLog reports whether fn could log anything. depth is that of the calls followed.
func mayLog(fn *ssa.Function, depth int) bool {
	if len(fn.Blocks) == 0 || depth > maxDepth {
		return true // who knows
	}
	return anyInstr(fn, func(instr ssa.Instruction) bool { return callsLogger(instr, depth) })
}

// callsLogger reports whether instr calls a function that may log, or one of the package that may do so.
func callsLogger(instr ssa.Instruction, depth int) bool {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	c := call.Common()
	if inner := c.StaticCallee(); inner != nil && len(inner.Blocks) > 0 {
		return inner != instr.Parent() && mayLog(inner, depth+1)
	}
	obj := ssaflow.Callee(c)
	return obj != nil && knowledge.MayLog(obj)
}
