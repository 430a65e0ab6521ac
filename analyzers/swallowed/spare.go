package swallowed

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// spare reports whether the function can do without what the call would have told: where the error is nil, it
// does nothing but log, set what has a default, or add to a text.
func (f *failure) spare() bool { return f.successOnlyLogs() || f.defaults() }

// successOnlyLogs reports whether all that the function does only where the error is nil is to log,
// or to make a text longer that is good without:
//
//	if stack, err := getStack(name); err == nil { link += "#" + *stack.StackId }
func (f failure) successOnlyLogs() bool {
	if f.success == nil || len(f.success.Preds) != 1 {
		return false
	}
	for _, b := range f.success.Parent().Blocks {
		if !f.success.Dominates(b) {
			continue
		}
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case ssa.CallInstruction:
				if !isLogging(instr.Common()) {
					return false
				}
			case *ssa.Store:
				if made, ok := ssaflow.Whole(instr.Addr).(*ssa.Alloc); !ok || !f.success.Dominates(made.Block()) {
					return false
				}
			case *ssa.MapUpdate, *ssa.Send, *ssa.Select, *ssa.Panic, *ssa.Return:
				return false
			}
		}
		for _, succ := range b.Succs {
			if !f.success.Dominates(succ) && !f.onlyAdds(succ) {
				return false // it sets a variable
			}
		}
	}
	return true
}

// onlyAdds reports whether the variables that have another value in join, where what is done for a success
// joins the rest, are texts that have been made longer.
func (f failure) onlyAdds(join *ssa.BasicBlock) bool {
	for _, instr := range join.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		var without ssa.Value // the value where there is a failure
		for i, pred := range join.Preds {
			if !f.success.Dominates(pred) {
				if without != nil && without != phi.Edges[i] {
					return false
				}
				without = phi.Edges[i]
			}
		}
		if without == nil || ssaflow.IsZero(without) || !isString(phi.Type()) {
			return false
		}
		for _, edge := range phi.Edges {
			for sum, ok := edge.(*ssa.BinOp); ok && edge != without && sum.Op == token.ADD; sum, ok = edge.(*ssa.BinOp) {
				edge = sum.X
			}
			if edge != without {
				return false
			}
		}
	}
	return true
}

// isLogging reports whether c logs, or makes what is logged.
func isLogging(c *ssa.CallCommon) bool {
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return true
	}
	fn := ssaflow.Callee(c)
	return fn != nil && (knowledge.MayLog(fn) || knowledge.PreparesLog(fn) || awssdk.Converts(fn))
}
