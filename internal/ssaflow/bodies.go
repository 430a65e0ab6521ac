package ssaflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// isBody reports whether fn is what the builder makes of the body of a loop over a function.
func isBody(fn *ssa.Function) bool { return fn.Synthetic == "range-over-func yield" }

// BlocksOf returns the blocks of fn and those of the bodies of loops over functions in it.
func BlocksOf(fn *ssa.Function) []*ssa.BasicBlock {
	blocks := slices.Clip(fn.Blocks)
	for _, inner := range fn.AnonFuncs {
		if isBody(inner) {
			blocks = append(blocks, BlocksOf(inner)...)
		}
	}
	return blocks
}

// Around returns the block of the loop over a function in whose body b stands, nil if it stands in none.
func Around(b *ssa.BasicBlock) *ssa.BasicBlock {
	fn := b.Parent()
	if !isBody(fn) {
		return nil
	}
	for _, outer := range fn.Parent().Blocks {
		if slices.ContainsFunc(outer.Instrs, func(instr ssa.Instruction) bool {
			closure, ok := instr.(*ssa.MakeClosure)
			return ok && closure.Fn == fn
		}) {
			return outer
		}
	}
	return nil
}

// inBody returns what a variable is in the body of a loop over a function that ref makes, nil if ref makes none.
func inBody(ref ssa.Instruction, variable ssa.Value) *ssa.FreeVar {
	closure, ok := ref.(*ssa.MakeClosure)
	if !ok {
		return nil
	}
	fn := closure.Fn.(*ssa.Function)
	if !isBody(fn) {
		return nil
	}
	return fn.FreeVars[slices.Index(closure.Bindings, variable)]
}
