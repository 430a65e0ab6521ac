package ssaflow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// settle makes the return statements of fn return the values that they name. Where fn defers a call, or returns from
// the body of a loop over a function, the builder stores these in variables and loads them again when the deferred calls
// have run; that matters only where one of them can get at the variables.
func settle(fn *ssa.Function) {
	if fn.Recover == nil && !slices.ContainsFunc(fn.AnonFuncs, isBody) {
		return
	}
	for _, ret := range Returns(fn) {
		for _, result := range ret.Results {
			load, ok := result.(*ssa.UnOp)
			if !ok {
				continue
			}
			if store := lastStore(load, ret); store != nil {
				replace(load, store.Val)
				remove(store)
				remove(load)
			}
		}
	}
}

// Returned returns what ret returns, and the block that says so: a return statement in the body of a loop over a
// function sets the variables of the results there, and ret, which stands behind the loop, loads them.
func Returned(ret *ssa.Return) ([]ssa.Value, *ssa.BasicBlock) {
	results, block := slices.Clone(ret.Results), ret.Block()
	for i, result := range results {
		store := storeInBody(result, ret)
		if store == nil {
			return ret.Results, ret.Block()
		}
		results[i], block = store.Val, store.Block()
	}
	return results, block
}

// storeInBody returns the store that sets the result of ret in the body of a loop over a function, nil if there is none,
// or somebody else can set it, too.
func storeInBody(result ssa.Value, ret *ssa.Return) *ssa.Store {
	variable := ownVariable(result, true)
	if variable == nil {
		return nil
	}
	return storeBelow(variable, ret.Pos())
}

// storeBelow returns the store to a variable that the return statement at pos makes, in a body in the function of the
// variable, nil if there is none.
func storeBelow(variable ssa.Value, pos token.Pos) *ssa.Store {
	for _, ref := range *variable.Referrers() {
		inner := inBody(ref, variable)
		if inner == nil {
			continue
		}
		for _, use := range *inner.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == inner && store.Pos() == pos {
				return store
			}
		}
		if store := storeBelow(inner, pos); store != nil {
			return store
		}
	}
	return nil
}

// remove removes instr, whose value nothing needs, from its block.
func remove(instr ssa.Instruction) {
	isInstr := func(other ssa.Instruction) bool { return other == instr }
	for _, operand := range instr.Operands(nil) {
		if refs := (*operand).Referrers(); refs != nil {
			*refs = slices.DeleteFunc(*refs, isInstr)
		}
	}
	instr.Block().Instrs = slices.DeleteFunc(instr.Block().Instrs, isInstr)
}

// lastStore returns the store by which ret sets the variable that load reads, nil if there is none, or somebody else
// can read or set the variable.
func lastStore(load *ssa.UnOp, ret *ssa.Return) *ssa.Store {
	result := ownVariable(load, true)
	if result == nil {
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

// ownVariable returns the variable that v is read from, nil if there is none, or shared says that it is.
func ownVariable(v ssa.Value, bodies bool) *ssa.Alloc {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	variable, ok := load.X.(*ssa.Alloc)
	if !ok || shared(variable, bodies) {
		return nil
	}
	return variable
}

// shared reports whether anybody but the function of the variable may read or write it. What bodies of loops over
// functions do counts as done by others unless bodies is set.
func shared(variable ssa.Value, bodies bool) bool {
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
		case *ssa.MakeClosure:
			inner := inBody(ref, variable)
			return !bodies || inner == nil || shared(inner, true)
		case *ssa.UnOp, *ssa.DebugRef:
			return false
		}
		return true
	})
}

// readBefore returns the uses of what was read, before v, from the variable that v is read from, and was the same: a
// result of a function that defers calls stays in memory.
func readBefore(v ssa.Value) []ssa.Instruction {
	variable := ownVariable(v, false)
	if variable == nil {
		return nil
	}
	load := v.(*ssa.UnOp)
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
