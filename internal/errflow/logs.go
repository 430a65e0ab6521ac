package errflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// mayLog reports whether fn, or a function of the package that it calls, could log an
// error that it returns, too. depth is that of the calls followed.
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
