package handler

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
)

// NonNil reports whether the error v is known not to be nil in the block b.
func (s *Set) NonNil(v ssa.Value, b *ssa.BasicBlock) bool { return s.program().nonNil(v, b) }

// nonNil reports whether the error v is known not to be nil in the block b: it is made
// there, or was compared with nil. phis are those between v and the value asked for.
func (p *program) nonNil(v ssa.Value, b *ssa.BasicBlock, phis ...*ssa.Phi) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return true // even of a nil pointer
	case *ssa.ChangeInterface:
		return p.nonNil(v.X, b, phis...)
	case *ssa.Call:
		if name := calleeName(v.Common()); name == "errors.New" || name == "fmt.Errorf" {
			return true
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			made, ok := p.initial(g)
			return ok && (made == nil || p.nonNil(made, nil))
		}
	case *ssa.Phi:
		if slices.Contains(phis, v) {
			return true // the other edges decide
		}
		known := len(phis) < 10
		for i, e := range v.Edges {
			known = known && p.nonNil(e, v.Block().Preds[i], append(phis, v)...)
		}
		if known {
			return true
		}
	}
	return b != nil && errflow.FoundNonNil(v, b)
}
