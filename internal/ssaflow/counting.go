package ssaflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// GoesThrough reports whether cmp is the condition of a loop: it compares a variable that each
// round moves by one, or 0 < n ahead of the first round of range n.
func GoesThrough(cmp *ssa.BinOp) bool {
	if cmp.Op == token.EQL || cmp.Op == token.NEQ {
		return false
	}
	return isIndex(cmp.X) || isIndex(cmp.Y) || cmp.Op == token.LSS && IsZero(cmp.X)
}

func isIndex(v ssa.Value) bool {
	if step, ok := v.(*ssa.BinOp); ok && (step.Op == token.ADD || step.Op == token.SUB) {
		v = step.X
	}
	phi, ok := v.(*ssa.Phi)
	if !ok {
		return false
	}
	for _, edge := range phi.Edges {
		step, ok := edge.(*ssa.BinOp)
		if ok && step.X == phi && (step.Op == token.ADD || step.Op == token.SUB) {
			if by, ok := step.Y.(*ssa.Const); ok && by.Value.ExactString() == "1" {
				return true
			}
		}
	}
	return false
}
