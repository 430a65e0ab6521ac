package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// fallsThrough reports whether a branch that is taken because the error is not nil
// goes on, below, to d for certain. blocks are those branches.
//
// Certain means that no later condition stands in between: it could be one that
// only holds where the call has worked.
func (s *Site) fallsThrough(blocks []*ssa.BasicBlock, out *output, d deref) bool {
	stops := func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return instr == s.Instr || out.others[instr] || ok && mayExit(call.Common(), 0)
	}
	for _, b := range blocks {
		for join := range joins(b, stops) {
			if ssaflow.Certain(join, d.at, stops) {
				return true
			}
		}
	}
	return false
}

// joins returns the blocks, not dominated by b, that paths from b lead to first
// without an instruction that stops them.
func joins(b *ssa.BasicBlock, stops func(ssa.Instruction) bool) map[*ssa.BasicBlock]bool {
	found := make(map[*ssa.BasicBlock]bool)
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(at *ssa.BasicBlock)
	walk = func(at *ssa.BasicBlock) {
		if seen[at] {
			return
		}
		seen[at] = true
		for _, instr := range at.Instrs {
			if stops(instr) {
				return
			}
		}
		for _, succ := range at.Succs {
			if b.Dominates(succ) {
				walk(succ)
			} else {
				found[succ] = true
			}
		}
	}
	walk(b)
	return found
}
