package ssaflow

import "golang.org/x/tools/go/ssa"

// loaded returns what a load can read.
func (p *Program) loaded(load *ssa.UnOp, b *ssa.BasicBlock, follow Steps) (from []At, open, ok bool) {
	switch addr := load.X.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		if follow&Locals != 0 {
			return p.reaching(load, addr)
		}
	case *ssa.FieldAddr:
		return p.stored(FieldOf(addr.X.Type(), addr.Field), follow)
	case *ssa.IndexAddr:
		return p.elements(addr.X, follow)
	case *ssa.Global:
		if v := p.Initial(addr); follow&Globals != 0 && v != nil {
			return []At{{Value: v}}, Assignable(addr), true
		}
	}
	return nil, false, false
}

// reaching returns what the load of a local variable that stays in memory can read: the stores that
// reach it in the function itself and, if anything is called in between or the variable belongs to
// an outer function, those of the other functions that share it.
func (p *Program) reaching(load *ssa.UnOp, addr ssa.Value) (from []At, open, ok bool) {
	root := p.VariableOf(addr)
	if _, isLocal := root.(*ssa.Alloc); !isLocal {
		return nil, true, true
	}
	add := func(s *ssa.Store) { from = append(from, At{Value: s.Val, Block: s.Block()}) }
	r := reachingStores(load, addr)
	for _, s := range r.stores {
		add(s)
	}
	_, captured := addr.(*ssa.FreeVar)
	if r.calls || captured && r.entry {
		p.EachStore(root, func(s *ssa.Store) {
			// A later round of a closure sees what an earlier one stored.
			if s.Parent() != load.Parent() || captured {
				add(s)
			}
		})
	}
	return from, addressTaken(addr), true
}

// addressTaken reports whether the address of the variable is used for more than to read it, to
// assign to it, and to share it with closures.
func addressTaken(addr ssa.Value) bool {
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == addr {
				return true
			}
		case *ssa.UnOp, *ssa.MakeClosure, *ssa.DebugRef:
		default:
			return true
		}
	}
	return false
}

// EachStore calls do for every store to the variable v, in the functions that capture it as well.
func (p *Program) EachStore(v ssa.Value, do func(*ssa.Store)) {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == v {
				do(ref)
			}
		case *ssa.MakeClosure:
			for fv := range captures(ref, v) {
				p.EachStore(fv, do)
			}
		}
	}
}

// captures returns the free variables of a closure that v is bound to.
func captures(closure *ssa.MakeClosure, v ssa.Value) func(yield func(*ssa.FreeVar) bool) {
	return func(yield func(*ssa.FreeVar) bool) {
		for i, b := range closure.Bindings {
			if b == v && !yield(closure.Fn.(*ssa.Function).FreeVars[i]) {
				return
			}
		}
	}
}

// A reach is what a walk backwards from a load has met.
type reach struct {
	stores []*ssa.Store
	calls  bool // something was called on the way
	entry  bool // a way leads to the start of the function without a store
}

// reachingStores returns the stores to addr that reach the load in its function.
func reachingStores(load *ssa.UnOp, addr ssa.Value) reach {
	var r reach
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(b *ssa.BasicBlock, from int)
	walk = func(b *ssa.BasicBlock, from int) {
		for i := from; i >= 0; i-- {
			switch instr := b.Instrs[i].(type) {
			case *ssa.Store:
				if instr.Addr == addr {
					r.stores = append(r.stores, instr)
					return
				}
			case ssa.CallInstruction:
				if _, builtin := instr.Common().Value.(*ssa.Builtin); !builtin {
					r.calls = true
				}
			case *ssa.RunDefers:
				r.calls = true
			case *ssa.Alloc:
				if ssa.Value(instr) == addr {
					return // new here
				}
			}
		}
		if len(b.Preds) == 0 {
			r.entry = true
		}
		for _, pred := range b.Preds {
			if !seen[pred] {
				seen[pred] = true
				walk(pred, len(pred.Instrs)-1)
			}
		}
	}
	walk(load.Block(), indexOf(load)-1)
	return r
}
