package errflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// MayLog reports whether the function that s calls, or a function of the package that this one
// calls, could log the error that it returns.
func (s *Site) MayLog() bool { return mayLog(s.Instr.Common().StaticCallee(), 0) }

// mayLog does so for fn. depth is that of the calls followed.
func mayLog(fn *ssa.Function, depth int) bool {
	if fn == nil || len(fn.Blocks) == 0 || depth > 5 {
		return true // who knows
	}
	return slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				return false
			}
			c := call.Common()
			if inner := c.StaticCallee(); inner != nil && len(inner.Blocks) > 0 {
				return inner != fn && mayLog(inner, depth+1)
			}
			obj := ssaflow.Callee(c)
			return obj != nil && knowledge.MayLog(obj)
		})
	})
}
