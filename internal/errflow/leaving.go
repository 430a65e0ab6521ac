package errflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Leaving reports whether each return that can follow the call returns an error that is certainly not
// nil: the caller hears of a failure, whatever becomes of the call.
func (s *Site) Leaving() bool {
	own := s.Instr.Block()
	blocks := ssaflow.BlocksAfter(own)
	if slices.Contains(blocks, own) {
		return false // a loop may run for long
	}
	found := false
	for _, b := range append(blocks, own) {
		ret, ok := ssaflow.Last(b).(*ssa.Return)
		if !ok {
			continue
		}
		n := len(ret.Results)
		if n == 0 || !s.fails(ret.Results[n-1], 0) {
			return false
		}
		found = true
	}
	return found
}

// returnedNext returns the last result of the return that follows the call without a condition, nil
// where none does.
func (s *Site) returnedNext() ssa.Value {
	b := s.Instr.Block()
	for range 10 { // no more jumps follow one another
		switch last := ssaflow.Last(b).(type) {
		case *ssa.Jump:
			b = b.Succs[0]
		case *ssa.Return:
			if n := len(last.Results); n > 0 {
				return last.Results[n-1]
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// fails reports whether v, which is returned, is certainly an error, and not that of the call. depth
// is that of the values followed.
func (s *Site) fails(v ssa.Value, depth int) bool {
	if depth > maxDepth || v == s.Err {
		return false
	}
	if isMade(v) || ssaflow.DominatedByAny(s.Instr.Block(), ssaflow.NonNil(v)) {
		return true
	}
	switch v := v.(type) {
	case *ssa.Call:
		fn := ssaflow.Callee(v.Common())
		if fn == nil || fn.Pkg() == nil {
			return false
		}
		i, ok := knowledge.Wraps(fn)
		return ok && i < len(v.Call.Args) && s.fails(v.Call.Args[i], depth+1)
	case *ssa.UnOp:
		if stored := storedBefore(v); stored != nil { // a named result
			return s.fails(stored, depth+1)
		}
		return s.holdsFailure(v.X)
	}
	return false
}

// storedBefore returns what the block of load stores last at its address before it, nil if nothing.
func storedBefore(load *ssa.UnOp) ssa.Value {
	for _, instr := range slices.Backward(load.Block().Instrs) {
		if store, ok := instr.(*ssa.Store); ok && store.Addr == load.X && ssaflow.Dominates(store, load) {
			return store.Val
		}
	}
	return nil
}

// holdsFailure reports whether the variable at addr, which closures share, is compared with nil
// before the call, and keeps the error that it then has.
func (s *Site) holdsFailure(addr ssa.Value) bool {
	refs := addr.Referrers()
	if refs == nil {
		return false
	}
	return slices.ContainsFunc(*refs, func(ref ssa.Instruction) bool {
		load, ok := ref.(*ssa.UnOp)
		return ok && slices.ContainsFunc(ssaflow.NonNil(load), func(b *ssa.BasicBlock) bool {
			return b.Dominates(s.Instr.Block()) && !slices.ContainsFunc(*refs, func(ref ssa.Instruction) bool {
				store, ok := ref.(*ssa.Store)
				return ok && b.Dominates(store.Block())
			})
		})
	})
}
