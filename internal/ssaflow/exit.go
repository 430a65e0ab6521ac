package ssaflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// MayExit reports whether the call c could fail to return, so that nothing below it runs: it
// panics, or ends the goroutine or the process. Of a function that cannot be looked into, knowledge
// tells.
func MayExit(c *ssa.CallCommon) bool { return mayExit(c, 0) }

// mayExit does so where depth calls led to c.
func mayExit(c *ssa.CallCommon, depth int) bool {
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return false
	}
	if fn := c.StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
		return depth > 5 || slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
			if _, returns := Last(b).(*ssa.Return); len(b.Succs) == 0 && !returns {
				return true
			}
			return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
				call, ok := instr.(*ssa.Call)
				return ok && mayExit(call.Common(), depth+1)
			})
		})
	}
	fn := Callee(c)
	return fn == nil || knowledge.MayNotReturn(fn)
}

// Recovers reports whether a deferred function of fn may recover from panics.
func Recovers(fn *ssa.Function) bool {
	return slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
			d, ok := instr.(*ssa.Defer)
			return ok && mayRecover(d.Common())
		})
	})
}

// mayRecover reports whether the function that c calls, which is deferred, may recover from panics.
func mayRecover(c *ssa.CallCommon) bool {
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return false
	}
	if fn := c.StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
		return slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
			return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
				call, ok := instr.(*ssa.Call)
				if !ok {
					return false
				}
				builtin, ok := call.Call.Value.(*ssa.Builtin)
				return ok && builtin.Name() == "recover"
			})
		})
	}
	if fn := Callee(c); fn != nil {
		return knowledge.MayRecover(fn)
	}
	named, ok := types.Unalias(c.Value.Type()).(*types.Named)
	return !ok || named.Obj().Pkg() == nil || !knowledge.IsStd(named.Obj().Pkg().Path()) // defer cancel()
}
