package handler

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
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
	return b != nil && comparedNonNil(v, b)
}

// comparedNonNil reports whether b runs only if a comparison has found that v is not nil.
func comparedNonNil(v ssa.Value, b *ssa.BasicBlock) bool {
	refs := v.Referrers()
	if refs == nil {
		return false
	}
	for _, ref := range *refs {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || !isNil(cmp.X) && !isNil(cmp.Y) {
			continue
		}
		for _, use := range *cmp.Referrers() {
			branch, ok := use.(*ssa.If)
			if !ok {
				continue
			}
			failed := branch.Block().Succs[0]
			if cmp.Op == token.EQL {
				failed = branch.Block().Succs[1]
			}
			if len(failed.Preds) == 1 && failed.Dominates(b) {
				return true
			}
		}
	}
	return false
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}
