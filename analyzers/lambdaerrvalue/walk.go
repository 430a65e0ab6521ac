package lambdaerrvalue

import (
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// A walker looks for errors in a value that is encoded.
type walker struct {
	*checker
	seen map[ssa.Value]bool
}

// root looks at a value that is encoded as a whole. Who encodes nothing but an error may know that it is
// a type with fields, so what it is must be certain.
func (w *walker) root(r root) {
	v := bare(r.value)
	if !holdsError(v) {
		w.inside(v)
		return
	}
	if r.expr != nil && awssdk.IsErrorType(v.Type()) && w.empty(v) {
		w.report(slot{err: v, expr: r.expr, block: r.block, any: isAny(r.value.Type())})
	}
}

// element looks at a value that is stored at pos, in something that is encoded.
func (w *walker) element(stored ssa.Value, pos token.Pos, block *ssa.BasicBlock) {
	v := bare(stored)
	if !holdsError(v) {
		w.inside(v)
		return
	}
	if e, ok := w.exprAt(pos); ok {
		w.report(slot{err: v, expr: e, block: block, any: isAny(stored.Type())})
	}
}

// errors looks at the elements of m, a map of errors.
func (w *walker) errors(m *ssa.MakeMap) {
	var slots []slot
	for _, ref := range *m.Referrers() {
		update, ok := ref.(*ssa.MapUpdate)
		if !ok {
			continue
		}
		if v := bare(update.Value); holdsError(v) {
			if e, ok := w.exprAt(update.Pos()); ok {
				slots = append(slots, slot{err: v, expr: e, block: update.Block()})
			}
		}
	}
	for _, s := range slots {
		s.all = slots
		w.report(s)
	}
}

// inside looks at what the literal or variable v holds.
func (w *walker) inside(v ssa.Value) {
	if w.seen[v] {
		return
	}
	w.seen[v] = true
	switch v := v.(type) {
	case *ssa.Phi:
		for _, e := range v.Edges {
			w.inside(bare(e))
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			w.inside(v.X)
		}
	case *ssa.Slice:
		w.inside(v.X)
	case *ssa.MakeMap:
		if awssdk.IsErrorType(v.Type().Underlying().(*types.Map).Elem()) {
			w.errors(v)
			return
		}
		for _, ref := range *v.Referrers() {
			if update, ok := ref.(*ssa.MapUpdate); ok && update.Map == v {
				w.element(update.Value, update.Pos(), update.Block())
			}
		}
	case *ssa.Alloc:
		w.stores(v)
	}
}

// stores looks at what is stored in the variable at addr, as a whole or in parts of it.
func (w *walker) stores(addr ssa.Value) {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr {
				w.element(ref.Val, ref.Pos(), ref.Block())
			}
		case *ssa.FieldAddr:
			s := types.Unalias(ref.X.Type()).Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
			if isEncoded(s, ref.Field) {
				w.stores(ref)
			}
		case *ssa.IndexAddr:
			w.stores(ref)
		}
	}
}

// isEncoded reports whether encoding/json looks at the i-th field of s.
func isEncoded(s *types.Struct, i int) bool {
	return s.Field(i).Exported() && reflect.StructTag(s.Tag(i)).Get("json") != "-"
}

// holdsError reports whether v is an error that encoding/json makes {} of, or a list of such.
// That an interface holds another kind of error is for others to find out.
func holdsError(v ssa.Value) bool {
	if _, ok := v.(*ssa.Const); ok {
		return false // nil
	}
	t := v.Type()
	if awssdk.IsErrorType(t) {
		return types.IsInterface(t) || isEmpty(t)
	}
	switch v.(type) {
	case *ssa.Slice, *ssa.MakeMap, *ssa.Alloc:
		return false // its elements are known
	}
	switch t := t.Underlying().(type) {
	case *types.Slice:
		return types.IsInterface(t.Elem()) && awssdk.IsErrorType(t.Elem())
	case *types.Map:
		return types.IsInterface(t.Elem()) && awssdk.IsErrorType(t.Elem())
	}
	return false
}

// isAny reports whether a variable of type t can hold a string in place of an error.
func isAny(t types.Type) bool { return types.IsInterface(t) && !awssdk.IsErrorType(t) }
