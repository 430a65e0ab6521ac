package errflow

import (
	"go/types"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// errorsIn are the errors that a function computes.
type errorsIn struct {
	values      []ssa.Value  // each an instruction
	variables   []*ssa.Alloc // that hold one, and that closures may share
	comparisons []*ssa.BinOp // of one
}

// errorsOf returns what finds the errors that fn computes, once for all of its sites, and if one of them is asked for these.
func (p *Package) errorsOf(fn *ssa.Function) func() *errorsIn {
	p.errorsMu.Lock()
	defer p.errorsMu.Unlock()
	find, ok := p.errors[fn]
	if !ok {
		find = sync.OnceValue(func() *errorsIn { return findErrors(fn) })
		p.errors[fn] = find
	}
	return find
}

// findErrors returns the errors that fn computes.
func findErrors(fn *ssa.Function) *errorsIn {
	e := new(errorsIn)
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
