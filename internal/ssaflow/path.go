package ssaflow

import (
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Last returns the instruction with which b ends.
func Last(b *ssa.BasicBlock) ssa.Instruction { return b.Instrs[len(b.Instrs)-1] }

// Dominates reports whether every path to b leads through a.
func Dominates(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	for _, instr := range a.Block().Instrs { // may be long: only up to the first of both
		if instr == a || instr == b {
			return instr == a
		}
	}
	return false
}

func indexOf(instr ssa.Instruction) int { return slices.Index(instr.Block().Instrs, instr) }

// DominatedByAny reports whether every path to b leads through one of blocks, always the same.
func DominatedByAny(b *ssa.BasicBlock, blocks []*ssa.BasicBlock) bool {
	return slices.ContainsFunc(blocks, func(d *ssa.BasicBlock) bool { return d.Dominates(b) })
}

// IsLoopHead reports whether b decides whether a loop has another round.
func IsLoopHead(b *ssa.BasicBlock) bool { return slices.ContainsFunc(b.Preds, b.Dominates) }

// LeadsTo reports whether a path leads from the block a to b, which may be a itself, without
// passing avoid, which may be nil.
func LeadsTo(a, b, avoid *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{avoid: true}
	var walk func(*ssa.BasicBlock) bool
	walk = func(at *ssa.BasicBlock) bool {
		if at == b {
			return true
		}
		if seen[at] {
			return false
		}
		seen[at] = true
		return slices.ContainsFunc(at.Succs, walk)
	}
	return walk(a)
}

// BranchAt returns the blocks that are entered only by b, the start of a branch that one condition
// or several lead to, as in err != nil || n == 0. It returns none where branches join, or a loop
// starts or ends.
func BranchAt(b *ssa.BasicBlock) []*ssa.BasicBlock {
	for _, pred := range b.Preds {
		if _, ok := Last(pred).(*ssa.If); !ok || IsLoopHead(pred) {
			return nil
		}
	}
	return Dominated(b)
}

// Dominated returns the blocks to which every path leads through b, b included.
func Dominated(b *ssa.BasicBlock) []*ssa.BasicBlock {
	return slices.DeleteFunc(slices.Clone(b.Parent().Blocks), func(at *ssa.BasicBlock) bool { return !b.Dominates(at) })
}

// Blocks yields the blocks that paths from start lead to, start first. No path goes on behind end, unless it is start.
func Blocks(start, end *ssa.BasicBlock) iter.Seq[*ssa.BasicBlock] {
	return func(yield func(*ssa.BasicBlock) bool) {
		seen := make(map[*ssa.BasicBlock]bool)
		var walk func(*ssa.BasicBlock) bool
		walk = func(b *ssa.BasicBlock) bool {
			if seen[b] {
				return true
			}
			seen[b] = true
			if !yield(b) {
				return false
			}
			if b == end && b != start {
				return true
			}
			for _, succ := range b.Succs {
				if !walk(succ) {
					return false
				}
			}
			return true
		}
		walk(start)
	}
}

// Reachable returns the instructions that a path from start leads to without passing an instruction
// that stops it. Those that stop are not among them. stops may be nil.
func Reachable(start ssa.Instruction, stops func(ssa.Instruction) bool) map[ssa.Instruction]bool {
	reached := make(map[ssa.Instruction]bool)
	seen := make(map[*ssa.BasicBlock]bool)
	var todo []*ssa.BasicBlock // no recursion: a function may have a million blocks
	enter := func(b *ssa.BasicBlock, instrs []ssa.Instruction) {
		for _, instr := range instrs {
			if instr == start || stops != nil && stops(instr) {
				return
			}
			reached[instr] = true
		}
		for _, succ := range b.Succs {
			if !seen[succ] {
				seen[succ] = true
				todo = append(todo, succ)
			}
		}
	}
	enter(start.Block(), start.Block().Instrs[indexOf(start)+1:])
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		enter(b, b.Instrs)
	}
	return reached
}

// BlocksAfter returns the blocks that can follow b, itself among them if it is in a loop.
func BlocksAfter(b *ssa.BasicBlock) []*ssa.BasicBlock {
	var after []*ssa.BasicBlock
	seen := make([]bool, len(b.Parent().Blocks))
	for todo := []*ssa.BasicBlock{b}; len(todo) > 0; {
		last := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, succ := range last.Succs {
			if !seen[succ.Index] {
				seen[succ.Index] = true
				after, todo = append(after, succ), append(todo, succ)
			}
		}
	}
	return after
}

// Certain reports whether every path from the start of b leads to instr, without an instruction that stops it.
func Certain(b *ssa.BasicBlock, instr ssa.Instruction, stops func(ssa.Instruction) bool) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	found := false
	var walk func(at *ssa.BasicBlock) bool
	walk = func(at *ssa.BasicBlock) bool {
		if seen[at] {
			return true
		}
		seen[at] = true
		for _, here := range at.Instrs {
			if here == instr {
				found = true
				return true
			}
			if stops(here) {
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

// Joins returns the blocks, not dominated by b, that paths from the start of b lead to first,
// without an instruction that stops them: where what is done in b is over, and others go on as
// well.
func Joins(b *ssa.BasicBlock, stops func(ssa.Instruction) bool) []*ssa.BasicBlock {
	var joins []*ssa.BasicBlock
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(at *ssa.BasicBlock)
	walk = func(at *ssa.BasicBlock) {
		if seen[at] {
			return
		}
		seen[at] = true
		if !b.Dominates(at) {
			joins = append(joins, at)
			return
		}
		if !slices.ContainsFunc(at.Instrs, stops) {
			for _, succ := range at.Succs {
				walk(succ)
			}
		}
	}
	walk(b)
	return joins
}

// CanReturn reports whether a path from b leads to the end of the function by a return statement.
func CanReturn(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(Returns(b.Parent()), func(ret *ssa.Return) bool { return LeadsTo(b, ret.Block(), nil) })
}
