package lambdaresp

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// nilSteps are the ways from an error to where it is made.
const nilSteps = ssaflow.Phis | ssaflow.Interfaces | ssaflow.Globals | ssaflow.Params | ssaflow.Results

// A nilness is what is known of an error: nothing has been said yet, it is not nil, or it may be.
type nilness int

const (
	notNil nilness = iota + 1
	maybeNil
)

// NonNil reports whether the error v is known not to be nil in the block b: it is made, was compared with nil, or has been
// asked for its text, which a nil one has not.
func (s *Set) NonNil(v ssa.Value, b *ssa.BasicBlock) bool {
	w := ssaflow.Backward[nilness]{
		Program: s.Program(),
		Follow:  nilSteps,
		Blocks:  true,
		Look: func(at ssaflow.At) (nilness, bool) {
			return notNil, at.Block != nil && (ssaflow.DominatedByAny(at.Block, ssaflow.NonNil(at.Value)) || ssaflow.DominatedByAny(at.Block, asked(at.Value)))
		},
		Leaf: func(at ssaflow.At) nilness {
			if s.makes(at.Value) {
				return notNil
			}
			return maybeNil
		},
		Join:   func(x, y nilness) nilness { return max(x, y) },
		Others: maybeNil,
	}
	return w.In(v, b) == notNil
}

// asked returns the blocks in which a method of v, an interface, is called: behind them v is not nil.
func asked(v ssa.Value) []*ssa.BasicBlock {
	if v.Referrers() == nil || !types.IsInterface(v.Type()) {
		return nil
	}
	var blocks []*ssa.BasicBlock
	for _, ref := range *v.Referrers() {
		if call, ok := ref.(*ssa.Call); ok && call.Call.IsInvoke() && call.Call.Value == v {
			blocks = append(blocks, call.Block())
		}
	}
	return blocks
}

// makes reports whether v is an error that somebody has made.
func (s *Set) makes(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return true // even of a nil pointer
	case *ssa.Call:
		fn := ssaflow.Callee(v.Common())
		return fn != nil && knowledge.NamesNewError(fn)
	case *ssa.UnOp:
		g, ok := v.X.(*ssa.Global)
		return ok && !s.Program().Owns(g) // a sentinel of another package
	}
	return false
}
