package errflow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// elements follows the list v, whose elements tell by the fields called codes that
// they failed.
func (w *watcher) elements(v ssa.Value, codes []string) bool {
	if w.visited(v) {
		return false
	}
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
			return false
		case *ssa.Phi:
			return w.elements(ref, codes)
		case *ssa.Slice:
			return w.elements(ref, codes)
		case *ssa.Call: // len is seen to elsewhere
			b, ok := ref.Call.Value.(*ssa.Builtin)
			return !ok || b.Name() != "len"
		case *ssa.IndexAddr:
			return w.element(ref, codes)
		}
		return true
	})
}

// element follows the element at addr.
func (w *watcher) element(addr ssa.Value, codes []string) bool {
	if w.visited(addr) {
		return false
	}
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.FieldAddr:
			field := ssaflow.FieldOf(ref.X.Type(), ref.Field)
			return field == nil || slices.Contains(codes, field.Name()) || field.Name() == "Status" || anyLoad(ref, comparedWithNil)
		case *ssa.Store: // to the variable of a loop
			return ref.Val == addr
		case *ssa.UnOp:
			return ref.Op != token.MUL || w.copied(ref, codes)
		}
		return true
	})
}

// copied follows the element v to the variable that holds it.
func (w *watcher) copied(v ssa.Value, codes []string) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.Store:
			local, ok := ref.Addr.(*ssa.Alloc)
			return !ok || w.element(local, codes)
		case *ssa.Field:
			field := ssaflow.FieldOf(ref.X.Type(), ref.Field)
			return field == nil || slices.Contains(codes, field.Name()) || field.Name() == "Status" || comparedWithNil(ref)
		}
		return true
	})
}

// comparedWithNil reports whether v is: an element without an id has failed.
func comparedWithNil(v ssa.Value) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		cmp, ok := ref.(*ssa.BinOp)
		return ok && (ssaflow.ComparesNil(cmp))
	})
}
