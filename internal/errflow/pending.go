package errflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Pending reports whether, at the call, the function holds another error that may
// not be nil and that it reads later, or is about to return one: to return the error
// of the call there would hide the other.
func (s *Site) Pending() bool {
	fn := s.Instr.Parent()
	for _, p := range fn.Params {
		if awssdk.IsError(p.Type()) && s.pendingValue(p) {
			return true
		}
	}
	for _, v := range fn.FreeVars {
		if s.pendingVariable(v) {
			return true
		}
	}
	if slices.ContainsFunc(s.around().variables, func(v *ssa.Alloc) bool { return s.pendingVariable(v) }) {
		return true
	}
	for _, v := range s.around().values {
		if ssaflow.Dominates(v.(ssa.Instruction), s.Instr) && s.pendingValue(v) {
			return true
		}
	}
	return s.returnsOther()
}

// Failing reports whether, at the call, the function holds another error that is not nil, or
// returns one that it makes right after.
func (s *Site) Failing() bool {
	for _, cmp := range s.around().comparisons {
		if !cmp.Block().Dominates(s.Instr.Block()) {
			continue
		}
		for _, v := range []ssa.Value{cmp.X, cmp.Y} {
			if awssdk.IsError(v.Type()) && ssaflow.DominatedByAny(s.Instr.Block(), ssaflow.NonNil(v)) {
				return true
			}
		}
	}
	return s.returnsOther()
}

// pendingValue reports whether v, an error which is there when the call is made, is one
// that is not known to be nil and is read after the call.
func (s *Site) pendingValue(v ssa.Value) bool {
	if v == s.Err || v.Referrers() == nil || ssaflow.DominatedByAny(s.Instr.Block(), ssaflow.Nil(v)) {
		return false
	}
	after := ssaflow.Reachable(s.Instr, func(instr ssa.Instruction) bool { return isValue(instr, v) })
	for _, ref := range *v.Referrers() {
		phi, ok := ref.(*ssa.Phi)
		if !ok {
			if after[ref] {
				return true
			}
			continue
		}
		for i, edge := range phi.Edges {
			pred := phi.Block().Preds[i]
			if edge == v && after[ssaflow.Last(pred)] && isRead(phi) {
				return true
			}
		}
	}
	return false
}

// isValue reports whether instr computes v.
func isValue(instr ssa.Instruction, v ssa.Value) bool {
	made, ok := instr.(ssa.Value)
	return ok && made == v
}

// pendingVariable does so for an error in a variable at addr that closures share.
func (s *Site) pendingVariable(addr ssa.Value) bool {
	ptr, ok := addr.Type().Underlying().(*types.Pointer)
	if !ok || !awssdk.IsError(ptr.Elem()) {
		return false
	}
	var stores []*ssa.Store
	var loads []*ssa.UnOp
	captured := false
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			stores = append(stores, ref)
		case *ssa.UnOp:
			loads = append(loads, ref)
		case *ssa.DebugRef:
		default:
			captured = true
		}
	}
	if !s.mayBeSet(addr, stores, loads) {
		return false
	}
	if captured {
		return true
	}
	after := ssaflow.Reachable(s.Instr, func(instr ssa.Instruction) bool {
		store, ok := instr.(*ssa.Store)
		return ok && store.Addr == addr
	})
	return slices.ContainsFunc(loads, func(load *ssa.UnOp) bool { return after[load] })
}

// mayBeSet reports whether the variable at addr may hold an error when the call is made.
func (s *Site) mayBeSet(addr ssa.Value, stores []*ssa.Store, loads []*ssa.UnOp) bool {
	reaches := func(store *ssa.Store) bool {
		found := store.Block() == s.Instr.Block() && ssaflow.Dominates(store, s.Instr)
		return found || ssaflow.Reachable(store, nil)[s.Instr]
	}
	for _, load := range loads {
		for _, b := range ssaflow.Nil(load) {
			since := func(store *ssa.Store) bool { return b.Dominates(store.Block()) && reaches(store) }
			if b.Dominates(s.Instr.Block()) && !slices.ContainsFunc(stores, since) {
				return false
			}
		}
	}
	if _, outer := addr.(*ssa.FreeVar); outer {
		return true
	}
	return slices.ContainsFunc(stores, reaches)
}

// returnsOther reports whether the call is followed, without a condition, by the
// return of an error that is made there or is a variable of a package.
func (s *Site) returnsOther() bool {
	v := s.returnedNext()
	return v != nil && isMade(v)
}

// isMade reports whether v is an error that is certainly not nil.
func isMade(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return awssdk.IsError(v.Type())
	case *ssa.UnOp:
		_, global := v.X.(*ssa.Global)
		return global && awssdk.IsError(v.Type())
	case *ssa.Call:
		fn := ssaflow.Callee(v.Common())
		return fn != nil && fn.Pkg() != nil && (fn.FullName() == "fmt.Errorf" || fn.FullName() == "errors.New")
	}
	return false
}
