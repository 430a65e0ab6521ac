package ssaflow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Nil returns the blocks that are entered only where v was found to be nil.
func Nil(v ssa.Value) []*ssa.BasicBlock { return compared(v, token.EQL) }

// NonNil returns the blocks that are entered only where v was found not to be nil.
func NonNil(v ssa.Value) []*ssa.BasicBlock { return compared(v, token.NEQ) }

// NilAlong reports whether v is nil wherever the path from the block from to its successor to is taken.
func NilAlong(v ssa.Value, from, to *ssa.BasicBlock) bool {
	if DominatedByAny(from, Nil(v)) {
		return true
	}
	branch, ok := Last(from).(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return false
	}
	cmp, ok := branch.Cond.(*ssa.BinOp)
	return ok && (cmp.X == v || cmp.Y == v) && ComparesNil(cmp) && from.Succs[failing(cmp)] != to
}

// failing returns which successor of a branch is taken where what cmp compares with nil is not nil.
func failing(cmp *ssa.BinOp) int {
	if cmp.Op == token.NEQ {
		return 0
	}
	return 1
}

// compared returns the blocks that are entered only where v compares with nil by op.
func compared(v ssa.Value, op token.Token) []*ssa.BasicBlock {
	refs := v.Referrers()
	if refs == nil {
		return nil
	}
	var blocks []*ssa.BasicBlock
	for _, ref := range slices.Concat(*refs, readBefore(v)) {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || !ComparesNil(cmp) {
			continue
		}
		for _, use := range *cmp.Referrers() {
			branch, ok := use.(*ssa.If)
			if !ok {
				continue
			}
			succ := branch.Block().Succs[0]
			if cmp.Op != op {
				succ = branch.Block().Succs[1]
			}
			if len(succ.Preds) == 1 {
				blocks = append(blocks, succ)
			}
		}
	}
	return blocks
}

// ComparesNil reports whether cmp compares something with nil.
func ComparesNil(cmp *ssa.BinOp) bool { return IsNil(cmp.X) || IsNil(cmp.Y) }

// Branch returns the block that ends with the only branch which v, a bool, or its negation decides, and where the
// program goes on for v being true and for v being false. All are nil if there is no such branch, or more.
func Branch(v ssa.Value) (from, yes, no *ssa.BasicBlock) {
	branch, negated := branchOn(v)
	if branch == nil {
		return nil, nil, nil
	}
	from = branch.Block()
	if negated {
		return from, from.Succs[1], from.Succs[0]
	}
	return from, from.Succs[0], from.Succs[1]
}

// branchOn returns the branch of Branch. negated says that its first successor is for v being false.
func branchOn(v ssa.Value) (branch *ssa.If, negated bool) {
	if v == nil {
		return nil, false
	}
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.If:
			if branch != nil {
				return nil, false
			}
			branch = ref
		case *ssa.UnOp:
			if ref.Op != token.NOT || branch != nil {
				return nil, false
			}
			branch, negated = branchOn(ref)
			negated = !negated
		default:
			return nil, false
		}
	}
	return branch, negated
}

// Precludes reports whether at is reached only where v, a bool that decides a branch alone, was false.
func Precludes(v ssa.Value, at *ssa.BasicBlock) bool {
	b, yes, no := Branch(v)
	if b == nil {
		return false
	}
	if len(no.Preds) == 1 && no.Dominates(at) {
		return true
	}
	return b.Dominates(at) && b != at && !LeadsTo(yes, at, b)
}
