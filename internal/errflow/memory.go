package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// loaded returns what the load v can read.
func (t *tracer) loaded(v *ssa.UnOp) flow {
	if v.Op != token.MUL {
		return unknown
	}
	switch addr := v.X.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		return t.variable(v, addr)
	case *ssa.FieldAddr:
		return t.field(fieldOf(addr.X.Type(), addr.Field))
	case *ssa.IndexAddr:
		return t.elements(addr.X)
	case *ssa.Global:
		if addr.Pkg != t.ssa {
			return flow{} // a sentinel of another package
		}
		sum := t.solver.of(node{global: addr}, func() Summary {
			o := Origins{Unknown: assignable(addr)}
			for _, val := range t.index.globals[addr] {
				o = o.union(t.close(t.trace(val)))
			}
			return Summary{Origins: o}
		})
		return flow{Origins: sum.Origins}
	}
	return unknown
}

// assignable reports whether other packages can assign to the variable g.
func assignable(g *ssa.Global) bool { return token.IsExported(g.Name()) && !isSentinel(g) }

// isSentinel reports whether g looks like an error to compare with, which nobody assigns.
func isSentinel(g *ssa.Global) bool {
	return len(g.Name()) > 3 && g.Name()[:3] == "Err"
}

// variable returns what the load of a local variable that stays in memory can read:
// the stores that reach it in its own function and, if anything is called in between
// or the variable belongs to an outer function, those of the other functions that share it.
func (t *tracer) variable(load *ssa.UnOp, addr ssa.Value) flow {
	root := t.index.root(addr)
	if _, ok := root.(*ssa.Alloc); !ok {
		return unknown
	}
	reaching := reachingStores(load, addr)
	f := flow{Origins: Origins{Unknown: addressTaken(addr)}}
	for _, s := range reaching.stores {
		f = f.union(t.value(s.Val))
	}
	_, captured := addr.(*ssa.FreeVar)
	if reaching.calls || captured && reaching.entry {
		t.eachStore(root, func(s *ssa.Store) {
			if s.Parent() != load.Parent() {
				f = f.union(t.value(s.Val))
			} else if captured {
				// A later round of the closure sees what an earlier one stored.
				f = f.union(t.value(s.Val))
			}
		})
	}
	return f
}

// addressTaken reports whether the address of the variable is used for more than to
// read it, to assign to it, and to share it with closures.
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

// eachStore calls do for every store to the variable v, in the functions that
// capture it as well.
func (t *tracer) eachStore(v ssa.Value, do func(*ssa.Store)) {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == v {
				do(ref)
			}
		case *ssa.MakeClosure:
			for i, b := range ref.Bindings {
				if b == v {
					t.eachStore(ref.Fn.(*ssa.Function).FreeVars[i], do)
				}
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
	b := load.Block()
	for i, instr := range b.Instrs {
		if instr == load {
			walk(b, i-1)
		}
	}
	return r
}

// elements returns the errors that the slice, array or map v can hold.
func (t *tracer) elements(v ssa.Value) flow {
	if t.seen[v] {
		return flow{}
	}
	switch v := v.(type) {
	case *ssa.Const:
		return flow{}
	case *ssa.Phi:
		t.seen[v] = true
		var f flow
		for _, e := range v.Edges {
			f = f.union(t.elements(e))
		}
		return f
	case *ssa.Slice:
		t.seen[v] = true
		return t.elements(v.X).union(t.stored(v))
	case *ssa.Alloc, *ssa.MakeSlice, *ssa.MakeMap:
		t.seen[v] = true
		return t.stored(v)
	case *ssa.ChangeType:
		return t.elements(v.X)
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			t.seen[v] = true
			f := t.stored(v)
			for _, arg := range v.Call.Args {
				f = f.union(t.elements(arg))
			}
			return f
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			if root, ok := t.index.root(v.X).(*ssa.Alloc); ok {
				t.seen[v] = true
				f := t.stored(v)
				t.eachStore(root, func(s *ssa.Store) { f = f.union(t.elements(s.Val)) })
				return f
			}
		}
	case *ssa.Parameter:
		if _, ok := v.Type().Underlying().(*types.Slice); ok {
			return flow{params: []*ssa.Parameter{v}}
		}
	}
	return unknown
}

// stored returns what is stored in elements of the container v directly.
func (t *tracer) stored(v ssa.Value) flow {
	var f flow
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.IndexAddr:
			for _, use := range *ref.Referrers() {
				if s, ok := use.(*ssa.Store); ok && s.Addr == ref {
					f = f.union(t.value(s.Val))
				}
			}
		case *ssa.MapUpdate:
			if ref.Map == v {
				f = f.union(t.value(ref.Value))
			}
		}
	}
	return f
}
