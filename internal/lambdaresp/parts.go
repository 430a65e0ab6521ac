package lambdaresp

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Parts returns what the response v is put together from where it is read in the block b: the values of its
// fields, and what a call that returns it, or fills it, is given. A response from elsewhere is its own part.
func (s *Set) Parts(v ssa.Value, b *ssa.BasicBlock) []ssa.Value {
	w := ssaflow.Backward[[]ssa.Value]{
		Program: s.Program(),
		Follow:  ssaflow.Phis | ssaflow.Boxes,
		Blocks:  true,
		Join:    func(x, y []ssa.Value) []ssa.Value { return slices.Concat(x, y) },
	}
	w.Leaf = func(at ssaflow.At) []ssa.Value {
		made := at.Value
		if load, ok := made.(*ssa.UnOp); ok {
			made = load.X
		}
		switch made := made.(type) {
		case *ssa.Call:
			return made.Call.Args
		case *ssa.Alloc:
			var parts []ssa.Value
			for field, stored := range ssaflow.Members(made) {
				if field != nil {
					parts = append(parts, stored)
				} else {
					parts = append(parts, w.In(stored, at.Block)...)
				}
			}
			for _, ref := range *made.Referrers() {
				if call, ok := ref.(*ssa.Call); ok && ssaflow.LeadsTo(call.Block(), at.Block, nil) { // fill(&response, status)
					parts = append(parts, slices.DeleteFunc(slices.Clone(call.Call.Args), func(arg ssa.Value) bool { return arg == made })...)
				}
			}
			return parts
		}
		return []ssa.Value{at.Value}
	}
	return w.In(v, b)
}
