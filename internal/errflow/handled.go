package errflow

import "golang.org/x/tools/go/ssa"

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
			if certain(join, d.at, stops) {
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

// certain reports whether every path from the start of b leads to target, without an
// instruction that stops it.
func certain(b *ssa.BasicBlock, target ssa.Instruction, stops func(ssa.Instruction) bool) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	found := false
	var walk func(at *ssa.BasicBlock) bool
	walk = func(at *ssa.BasicBlock) bool {
		if seen[at] {
			return true
		}
		seen[at] = true
		for _, instr := range at.Instrs {
			if instr == target {
				found = true
				return true
			}
			if stops(instr) {
				return false
			}
		}
		for _, succ := range at.Succs {
			if !walk(succ) {
				return false
			}
		}
		return len(at.Succs) > 0
	}
	return walk(b) && found
}
