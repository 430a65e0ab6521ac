package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// A flow is where the value of an expression can come from. Parameters of the
// function that the expression stands in are left open, for callers to fill in.
type flow struct {
	Origins
	params []*ssa.Parameter // the error can be one of these, or wrap it
	called []*ssa.Parameter // it can be what a call of one of these functions returns
}

var unknown = flow{Origins: Origins{Unknown: true}}

func (f flow) union(g flow) flow {
	return flow{
		Origins: f.Origins.union(g.Origins),
		params:  add(f.params, g.params...),
		called:  add(f.called, g.called...),
	}
}

func add(to []*ssa.Parameter, params ...*ssa.Parameter) []*ssa.Parameter {
	for _, p := range params {
		known := false
		for _, q := range to {
			known = known || p == q
		}
		if !known {
			to = append(to[:len(to):len(to)], p)
		}
	}
	return to
}

// A tracer follows one value backwards. It visits every value at most once, and
// gives up on values that have more sources than any real program.
type tracer struct {
	*Package
	seen  map[ssa.Value]bool
	steps int
}

const maxSteps = 5000

// trace returns where v can come from.
func (p *Package) trace(v ssa.Value) flow {
	t := tracer{Package: p, seen: make(map[ssa.Value]bool)}
	return t.value(v)
}

func (t *tracer) value(v ssa.Value) flow {
	if t.seen[v] {
		return flow{}
	}
	t.seen[v] = true
	t.solver.steps++
	if t.steps++; t.steps > maxSteps {
		return unknown
	}
	switch v := v.(type) {
	case *ssa.Const:
		return flow{}
	case *ssa.Parameter:
		return flow{params: []*ssa.Parameter{v}}
	case *ssa.Phi:
		var f flow
		for _, e := range v.Edges {
			f = f.union(t.value(e))
		}
		return f
	case *ssa.Alloc: // a pointer to a struct that a function returns
		return t.concrete(v)
	case *ssa.Call:
		return t.called(v, 0)
	case *ssa.Extract:
		return t.extract(v)
	case *ssa.ChangeInterface:
		if fromSDK(v.X.Type()) { // such as smithy.APIError
			return bare(t.value(v.X))
		}
		return t.value(v.X)
	case *ssa.ChangeType:
		return t.value(v.X)
	case *ssa.TypeAssert:
		return t.value(v.X)
	case *ssa.MakeInterface:
		return t.concrete(v.X)
	case *ssa.UnOp:
		if v.Op == token.ARROW {
			return t.received(v.X)
		}
		return t.loaded(v)
	case *ssa.Field:
		return t.field(fieldOf(v.X.Type(), v.Field))
	case *ssa.Index:
		return t.elements(v.X)
	case *ssa.Lookup:
		return t.elements(v.X)
	}
	return unknown
}

// called returns where the i-th result of call can come from, and notes the place if that
// is the call.
func (t *tracer) called(call *ssa.Call, i int) flow {
	f := t.result(call, i)
	if site := t.index.sites[call]; site != nil && f.AWS() {
		f.sites = []*Site{site}
	}
	return f
}

func (t *tracer) extract(v *ssa.Extract) flow {
	switch tuple := v.Tuple.(type) {
	case *ssa.Call:
		return t.called(tuple, v.Index)
	case *ssa.TypeAssert:
		return t.value(tuple.X)
	case *ssa.Lookup:
		return t.elements(tuple.X)
	case *ssa.UnOp: // v, ok := <-ch
		return t.received(tuple.X)
	case *ssa.Next: // range over a map
		if r, ok := tuple.Iter.(*ssa.Range); ok {
			return t.elements(r.X)
		}
	case *ssa.Select:
		f := flow{}
		for _, s := range tuple.States {
			if s.Dir == types.RecvOnly {
				f = f.union(t.received(s.Chan))
			}
		}
		return f
	}
	return unknown
}

// received returns what can be received from ch. Others may send on it, too.
func (t *tracer) received(ch ssa.Value) flow {
	f := unknown
	for _, v := range t.index.sends[t.index.root(ch)] {
		f = f.union(t.value(v))
	}
	return f
}

// field returns what is stored in the field f anywhere in the package.
func (t *tracer) field(f *types.Var) flow {
	if f == nil || f.Pkg() != t.types {
		return unknown
	}
	sum := t.solver.of(node{field: f}, func() Summary {
		o := Origins{Unknown: f.Exported()}
		for _, v := range t.index.fields[f] {
			o = o.union(t.close(t.trace(v)))
		}
		return Summary{Origins: o}
	})
	return flow{Origins: sum.Origins}
}

// concrete returns what is known of an error that is not an interface: a struct
// that wraps another error has the origins of that one.
func (t *tracer) concrete(v ssa.Value) flow {
	if !hasUnwrap(v.Type()) {
		// What does not unwrap hides its origin. An error of the SDK that the
		// program makes itself could be any.
		if fromSDK(v.Type()) {
			return bare(unknown)
		}
		return flow{}
	}
	var f flow
	switch v := v.(type) {
	case *ssa.Alloc:
		f = t.held(v)
	case *ssa.UnOp:
		if local, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			f = t.held(local)
		} else {
			f = t.value(v)
		}
	default:
		f = t.value(v)
	}
	f.Wrapped = true
	f.Bare = fromSDK(v.Type())
	return f
}

// bare says that the value is an error type of the SDK.
func bare(f flow) flow {
	f.Bare = true
	return f
}

// held returns the origins of the errors stored in the fields of the struct v.
func (t *tracer) held(v *ssa.Alloc) flow {
	var f flow
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			for _, use := range *ref.Referrers() {
				if store, ok := use.(*ssa.Store); ok && store.Addr == ref && isErrorType(store.Val.Type()) {
					f = f.union(t.value(store.Val))
				}
			}
		case *ssa.Store:
			if ref.Addr == v {
				f = f.union(t.value(ref.Val))
			}
		}
	}
	return f
}

func hasUnwrap(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Unwrap")
	_, ok := obj.(*types.Func)
	return ok
}

// fromSDK reports whether t is, or points to, a type of an AWS SDK.
func fromSDK(t types.Type) bool {
	name := awssdk.TypeName(t)
	return name != nil && name.Pkg() != nil && awspath.IsSDK(name.Pkg().Path())
}

// isErrorType reports whether t is an error.
func isErrorType(t types.Type) bool {
	return types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}
