package ssaflow

import (
	"go/token"
	"iter"

	"golang.org/x/tools/go/ssa"
)

// holders returns what the elements of the array, slice or map at a place can be: what is stored in it, and the elements of what it is made of.
func (p *Program) holders(at At, follow Steps) (from []At, open, ok bool) {
	hold := func(values ...ssa.Value) {
		for _, v := range values {
			from = append(from, At{Value: v, Elements: true})
		}
	}
	own := func(container ssa.Value) {
		for v := range storedIn(container) {
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
		own(v)
		return from, false, true
	case *ssa.Alloc, *ssa.MakeSlice, *ssa.MakeMap:
		own(v)
		return from, false, true
	case *ssa.Call:
		if b, isBuiltin := v.Call.Value.(*ssa.Builtin); isBuiltin && b.Name() == "append" {
			hold(v.Call.Args...)
			own(v)
			return from, false, true
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			break
		}
		switch root := p.VariableOf(v.X).(type) {
		case *ssa.Alloc:
			own(v)
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

// storedIn returns what is stored in elements of the container directly: xs[i] = v, m[k] = v.
func storedIn(container ssa.Value) iter.Seq[ssa.Value] {
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

// Variadic returns the arguments in the slice that a call passes for a variadic parameter, none where the program passes a slice of its own.
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
		for v := range storedIn(array) {
			if !yield(v) {
				return
			}
		}
	}
}

// Members returns what is stored in fields of the struct at the address, and there as a whole, by the field; nil for the whole.
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
