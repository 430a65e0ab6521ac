package ssaflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// settle makes the return statements of fn return the values that they name. Where fn defers a call, the builder
// stores these in variables and loads them again when the deferred calls have run; that matters only where one of
// them can get at the variables.
func settle(fn *ssa.Function) {
	if fn.Recover == nil {
		return
	}
	for _, ret := range Returns(fn) {
		for i, result := range ret.Results {
			load, ok := result.(*ssa.UnOp)
			if !ok {
				continue
			}
			if store := lastStore(load, ret); store != nil {
				ret.Results[i] = store.Val
				if refs := store.Val.Referrers(); refs != nil {
					*refs = append(*refs, ret)
				}
				remove(store, ret)
				remove(load, ret)
			}
		}
	}
}

// remove removes instr, which only ret needs, from its block.
func remove(instr ssa.Instruction, ret *ssa.Return) {
	isInstr := func(other ssa.Instruction) bool { return other == instr }
	for _, operand := range instr.Operands(nil) {
		if refs := (*operand).Referrers(); refs != nil {
			*refs = slices.DeleteFunc(*refs, isInstr)
		}
	}
	ret.Block().Instrs = slices.DeleteFunc(ret.Block().Instrs, isInstr)
}

// lastStore returns the store by which ret sets the variable that load reads, nil if there is none, or somebody else
// can read or set the variable.
func lastStore(load *ssa.UnOp, ret *ssa.Return) *ssa.Store {
	result, ok := load.X.(*ssa.Alloc)
	if !ok || shared(result) {
		return nil
	}
	for _, instr := range slices.Backward(ret.Block().Instrs) {
		switch instr := instr.(type) {
		case *ssa.Store:
			if instr.Addr == result {
				return instr
			}
			if _, other := instr.Addr.(*ssa.Alloc); !other {
				return nil
			}
		case *ssa.Return, *ssa.UnOp, *ssa.RunDefers, *ssa.DebugRef:
		default:
			return nil
		}
	}
	return nil
}

// shared reports whether anybody but the function of the variable may read or write it.
func shared(variable *ssa.Alloc) bool {
	return slices.ContainsFunc(*variable.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			return ref.Val == variable
		case *ssa.FieldAddr:
			return slices.ContainsFunc(*ref.Referrers(), func(use ssa.Instruction) bool {
				switch use := use.(type) {
				case *ssa.Store:
					return use.Val == ref
				case *ssa.UnOp, *ssa.DebugRef:
					return false
				}
				return true
			})
		case *ssa.UnOp, *ssa.DebugRef:
			return false
		}
		return true
	})
}

// readBefore returns the uses of what was read, before v, from the variable that v is read from, and was the same: a
// result of a function that defers calls stays in memory.
func readBefore(v ssa.Value) []ssa.Instruction {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	variable, ok := load.X.(*ssa.Alloc)
	if !ok || shared(variable) {
		return nil
	}
	var uses []ssa.Instruction
	for _, ref := range *variable.Referrers() {
		earlier, ok := ref.(*ssa.UnOp)
		if ok && earlier != load && Dominates(earlier, load) && !setBetween(variable, earlier, load) {
			uses = append(uses, *earlier.Referrers()...)
		}
	}
	return uses
}

// setBetween reports whether the variable may get another value between the instructions a and b, of which a dominates b.
func setBetween(variable *ssa.Alloc, a, b ssa.Instruction) bool {
	after := Reachable(a, func(instr ssa.Instruction) bool { return instr == b })
	return slices.ContainsFunc(*variable.Referrers(), func(ref ssa.Instruction) bool {
		store, ok := ref.(*ssa.Store)
		return ok && after[store] && Reachable(store, func(instr ssa.Instruction) bool { return instr == a })[b]
	})
}
