package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// errorsIn are the errors that a function computes, found once for all of its sites.
type errorsIn struct {
	values      []ssa.Value  // each an instruction
	variables   []*ssa.Alloc // that hold one, and that closures may share
	comparisons []*ssa.BinOp // of one
}

// errorsOf returns the errors that fn computes.
func (p *Package) errorsOf(fn *ssa.Function) *errorsIn {
	p.errorsMu.Lock()
	defer p.errorsMu.Unlock()
	e, ok := p.errors[fn]
	if ok {
		return e
	}
	e = new(errorsIn)
	p.errors[fn] = e
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			v, ok := instr.(ssa.Value)
			if !ok {
				continue
			}
			if awssdk.IsError(v.Type()) {
				e.values = append(e.values, v)
			}
			switch v := v.(type) {
			case *ssa.Alloc:
				if awssdk.IsError(v.Type().Underlying().(*types.Pointer).Elem()) {
					e.variables = append(e.variables, v)
				}
			case *ssa.BinOp:
				if awssdk.IsError(v.X.Type()) || awssdk.IsError(v.Y.Type()) {
					e.comparisons = append(e.comparisons, v)
				}
			}
		}
	}
	return e
}
