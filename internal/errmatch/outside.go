package errmatch

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// outsideSteps are the ways from an error to where others hand it in.
const outsideSteps = ssaflow.Phis | ssaflow.Interfaces | ssaflow.Fields | ssaflow.Params

// FromOutside reports whether v can come to the package through its callers or the users of its
// types: it is a parameter, or it is read from a field, that others fill in.
func (s *Set) FromOutside(v ssa.Value) bool {
	w := &ssaflow.Backward[bool]{
		Program: s.program(),
		Follow:  outsideSteps,
		Join:    func(x, y bool) bool { return x || y },
		Others:  true,
	}
	w.Leaf = func(at ssaflow.At) bool {
		// Who takes the address of a variable hands nothing in.
		load, ok := at.Value.(*ssa.UnOp)
		if !ok {
			return false
		}
		found := false
		if local, ok := s.program().VariableOf(load.X).(*ssa.Alloc); ok {
			s.program().EachStore(local, func(store *ssa.Store) { found = found || w.From(store.Val) })
		}
		return found
	}
	return w.From(v)
}
