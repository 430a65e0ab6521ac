package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A Use is a place where the output of a call is dereferenced.
type Use struct {
	Instr ssa.Instruction

	// Failed says that the error is known not to be nil there. Otherwise nothing
	// has asked for the error on some path from the call to the use.
	Failed bool
}

// UncheckedUses returns where the output of the call, a pointer, is dereferenced
// although the error is not known to be nil. Where the error or the output leaves
// the function's own variables, nothing is returned.
func (s *Site) UncheckedUses() []Use {
	if s.Output == nil || s.Err == nil || !isPointer(s.Output.Type()) {
		return nil
	}
	derefs := dereferences(s.Output)
	if len(derefs) == 0 {
		return nil
	}
	checks, ok := inquiries(s)
	if !ok {
		return nil
	}
	failed := failedBlocks(s.Err)
	reached := reachable(s.Instr, func(instr ssa.Instruction) bool { return checks[instr] })
	var uses []Use
	for _, d := range derefs {
		switch b := d.Block(); {
		case dominatedByAny(b, failed):
			if !outputTested(s.Output) {
				uses = append(uses, Use{d, true})
			}
		case reached[d]:
			uses = append(uses, Use{d, false})
		}
	}
	return uses
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// dereferences returns the instructions that panic if v is nil.
func dereferences(v ssa.Value) []ssa.Instruction {
	var derefs []ssa.Instruction
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			derefs = append(derefs, ref)
		case *ssa.UnOp:
			if ref.Op == token.MUL {
				derefs = append(derefs, ref)
			}
		}
	}
	return derefs
}

// inquiries returns the instructions that ask for the error of s, or whether its
// output is nil, in any way. It returns false where some could be missing, since a
// variable that holds one of the two is visible elsewhere.
func inquiries(s *Site) (map[ssa.Instruction]bool, bool) {
	asks := make(map[ssa.Instruction]bool)
	if !collect(s.Err, asks, make(map[ssa.Value]bool)) {
		return nil, false
	}
	for _, ref := range *s.Output.Referrers() {
		switch ref := ref.(type) {
		case *ssa.BinOp, *ssa.Phi:
			asks[ref] = true
		case *ssa.Store:
			if ref.Val == s.Output {
				return nil, false
			}
		}
	}
	return asks, true
}

// collect adds the instructions that read v to asks.
func collect(v ssa.Value, asks map[ssa.Instruction]bool, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return true
	}
	seen[v] = true
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Phi:
			if !collect(ref, asks, seen) {
				return false
			}
		case *ssa.Store:
			local, ok := ref.Addr.(*ssa.Alloc)
			if !ok {
				asks[ref] = true // stored for somebody else to read
				continue
			}
			for _, use := range *local.Referrers() {
				switch use := use.(type) {
				case *ssa.Store, *ssa.DebugRef:
				case *ssa.UnOp:
					asks[use] = true
				default:
					return false
				}
			}
		default:
			asks[ref] = true
		}
	}
	return true
}

// failedBlocks returns the blocks that are entered only if err is not nil.
func failedBlocks(err ssa.Value) []*ssa.BasicBlock {
	var blocks []*ssa.BasicBlock
	for _, ref := range *err.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || !isNil(cmp.X) && !isNil(cmp.Y) {
			continue
		}
		for _, use := range *cmp.Referrers() {
			branch, ok := use.(*ssa.If)
			if !ok {
				continue
			}
			succ := branch.Block().Succs[0]
			if cmp.Op == token.EQL {
				succ = branch.Block().Succs[1]
			}
			if len(succ.Preds) == 1 {
				blocks = append(blocks, succ)
			}
		}
	}
	return blocks
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

func dominatedByAny(b *ssa.BasicBlock, by []*ssa.BasicBlock) bool {
	for _, d := range by {
		if d.Dominates(b) {
			return true
		}
	}
	return false
}

// outputTested reports whether something compares output with nil.
func outputTested(output ssa.Value) bool {
	for _, ref := range *output.Referrers() {
		if cmp, ok := ref.(*ssa.BinOp); ok && (isNil(cmp.X) || isNil(cmp.Y)) {
			return true
		}
	}
	return false
}

// reachable returns the instructions that a path from start leads to without
// passing an instruction that stops it. Those that stop are not among them.
func reachable(start ssa.Instruction, stops func(ssa.Instruction) bool) map[ssa.Instruction]bool {
	reached := make(map[ssa.Instruction]bool)
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(instrs []ssa.Instruction, b *ssa.BasicBlock)
	walk = func(instrs []ssa.Instruction, b *ssa.BasicBlock) {
		for _, instr := range instrs {
			if instr == start || stops(instr) {
				return
			}
			reached[instr] = true
		}
		for _, succ := range b.Succs {
			if !seen[succ] {
				seen[succ] = true
				walk(succ.Instrs, succ)
			}
		}
	}
	b := start.Block()
	for i, instr := range b.Instrs {
		if instr == start {
			walk(b.Instrs[i+1:], b)
		}
	}
	return reached
}
