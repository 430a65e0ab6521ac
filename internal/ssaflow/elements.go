package ssaflow

import (
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"
)

// holders returns what the elements of the array, slice or map can be that a walk has come to: what
// is stored in it, and the elements of what it is made of.
func (p *Program) holders(at At, follow Steps) (from []At, open, ok bool) {
	hold := func(values ...ssa.Value) {
		for _, v := range values {
			from = append(from, At{Value: v, Elements: true})
		}
	}
	stored := func(container ssa.Value) {
		for v := range StoredIn(container) {
			from = append(from, At{Value: v})
		}
	}
	switch v := at.Value.(type) {
	case *ssa.Const: // nil
		return nil, false, true
	case *ssa.Phi:
		hold(v.Edges...)
		return from, false, true
	case *ssa.ChangeType:
		hold(v.X)
		return from, false, true
	case *ssa.Slice:
		hold(v.X)
		stored(v)
		return from, false, true
	case *ssa.Alloc, *ssa.MakeSlice, *ssa.MakeMap:
		stored(v)
		return from, false, true
	case *ssa.Call:
		if b, isBuiltin := v.Call.Value.(*ssa.Builtin); isBuiltin && b.Name() == "append" {
			hold(v.Call.Args...)
			stored(v)
			return from, false, true
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			break
		}
		switch root := p.VariableOf(v.X).(type) {
		case *ssa.Alloc:
			stored(v)
			p.EachStore(root, func(s *ssa.Store) { hold(s.Val) })
			return from, false, true
		case *ssa.Global:
			if list := p.Initial(root); follow&Globals != 0 && list != nil {
				hold(list)
				return from, token.IsExported(root.Name()), true
			}
		}
	case *ssa.Parameter:
		return p.passed(v, true, follow)
	}
	return nil, false, false
}

// StoredIn returns what is stored in elements of the container directly: xs[i] = v, m[k] = v.
func StoredIn(container ssa.Value) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		for _, ref := range *container.Referrers() {
			switch ref := ref.(type) {
			case *ssa.IndexAddr:
				for v := range StoredAt(ref) {
					if !yield(v) {
						return
					}
				}
			case *ssa.MapUpdate:
				if ref.Map == container && !yield(ref.Value) {
					return
				}
			}
		}
	}
}

// Contents returns what is stored in the variable or the map v, as a whole or in parts of it, by
// the *ssa.Store or *ssa.MapUpdate that does so. Fields that are not wanted are left out.
func Contents(v ssa.Value, wanted func(s *types.Struct, field int) bool) iter.Seq2[ssa.Instruction, ssa.Value] {
	var contents func(v ssa.Value, yield func(ssa.Instruction, ssa.Value) bool) bool
	contents = func(v ssa.Value, yield func(ssa.Instruction, ssa.Value) bool) bool {
		for _, ref := range *v.Referrers() {
			more := true
			switch ref := ref.(type) {
			case *ssa.Store:
				more = ref.Addr != v || yield(ref, ref.Val)
			case *ssa.MapUpdate:
				more = ref.Map != v || yield(ref, ref.Value)
			case *ssa.IndexAddr:
				more = ref.X != v || contents(ref, yield)
			case *ssa.FieldAddr:
				s := ref.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
				more = !wanted(s, ref.Field) || contents(ref, yield)
			}
			if !more {
				return false
			}
		}
		return true
	}
	return func(yield func(ssa.Instruction, ssa.Value) bool) { contents(v, yield) }
}

// StoredAt returns what is stored at the address.
func StoredAt(addr ssa.Value) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		for _, ref := range *addr.Referrers() {
			if s, ok := ref.(*ssa.Store); ok && s.Addr == addr && !yield(s.Val) {
				return
			}
		}
	}
}

// Variadic returns the arguments in the slice that a call passes for a variadic parameter, none
// where the program passes a slice with three dots.
func Variadic(args ssa.Value) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		slice, ok := args.(*ssa.Slice)
		if !ok {
			return
		}
		array, ok := slice.X.(*ssa.Alloc)
		if !ok {
			return
		}
		for v := range StoredIn(array) {
			if !yield(v) {
				return
			}
		}
	}
}

// Members returns what is stored in fields of the struct at the address, and there as a whole, by
// the field; nil for the whole.
func Members(addr ssa.Value) iter.Seq2[*ssa.FieldAddr, ssa.Value] {
	return func(yield func(*ssa.FieldAddr, ssa.Value) bool) {
		refs := addr.Referrers()
		if refs == nil { // nil
			return
		}
		for _, ref := range *refs {
			switch ref := ref.(type) {
			case *ssa.FieldAddr:
				for v := range StoredAt(ref) {
					if !yield(ref, v) {
						return
					}
				}
			case *ssa.Store:
				if ref.Addr == addr && !yield(nil, ref.Val) {
					return
				}
			}
		}
	}
}
