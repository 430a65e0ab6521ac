package outputbeforecheck

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// mayExit reports whether the call c could fail to return, so that nothing below it
// runs. Of a function that cannot be looked into, only its name can tell that it
// returns. depth is that of the calls followed.
func mayExit(c *ssa.CallCommon, depth int) bool {
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return false
	}
	if fn := c.StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
		return depth > 5 || slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
			if len(b.Succs) == 0 {
				if _, ok := ssaflow.Last(b).(*ssa.Return); !ok {
					return true
				}
			}
			return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
				call, ok := instr.(*ssa.Call)
				return ok && mayExit(call.Common(), depth+1)
			})
		})
	}
	fn := ssaflow.Callee(c)
	switch {
	case fn == nil:
		return true
	case fn.Pkg() == nil || knowledge.IsStd(fn.Pkg().Path()) || awspath.IsSDK(fn.Pkg().Path()):
		return knowledge.NeverReturns(fn)
	}
	return !knowledge.ReturnsByName(fn.Name())
}
