package errflow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A flow is where the value of an expression can come from. Parameters of the function that the
// expression stands in are left open, for callers to fill in.
type flow struct {
	Origins
	params  []*ssa.Parameter // the error can be one of these, or wrap it
	called  []*ssa.Parameter // it can be what a call of one of these functions returns
	cutting []cutting        // it can cut off what these parameters lead to
}

var (
	unknown = flow{Origins: Origins{Unknown: true}}
	other   = flow{Origins: Origins{Other: true}}
)

func (f flow) union(g flow) flow {
	return flow{
		Origins: f.Origins.union(g.Origins),
		params:  addTo(f.params, g.params...),
		called:  addTo(f.called, g.called...),
		cutting: addTo(f.cutting, g.cutting...),
	}
}

// A tracer follows one error backwards. Fields, variables of the package and results of its
// functions have the same origins wherever they are asked for: it leaves them to the solver and
// does not walk through them each time.
type tracer struct {
	*Package
	errs  ssaflow.Backward[flow]
	funcs ssaflow.Backward[flow] // functions that are called as values

	// callers says that functions which log their errors, or keep them where others can read them,
	// return nothing that their callers need.
	callers bool
}

const (
	errorSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Interfaces | ssaflow.Assertions | ssaflow.Locals | ssaflow.Elements | ssaflow.Channels
	funcSteps  = ssaflow.Phis | ssaflow.Conversions | ssaflow.Boxes
)

func (p *Package) newTracer() *tracer {
	t := &tracer{Package: p}
	t.errs = ssaflow.Backward[flow]{Program: p.Program, Follow: errorSteps, Look: t.look, Leaf: t.leaf, Join: flow.union, Others: unknown}
	t.funcs = ssaflow.Backward[flow]{Program: p.Program, Follow: funcSteps, Leaf: t.function, Join: flow.union, Others: unknown}
	return t
}

// trace returns where v can come from.
func (p *Package) trace(v ssa.Value) flow { return p.newTracer().errs.From(v) }

// look says where an error comes from that is made of another one in a way that tells something of it.
func (t *tracer) look(at ssaflow.At) (flow, bool) {
	t.solver.steps++
	if at.Elements {
		return flow{}, false
	}
	switch v := at.Value.(type) {
	case *ssa.ChangeInterface:
		if awssdk.FromSDK(v.X.Type()) { // such as smithy.APIError
			return bare(t.errs.From(v.X)), true
		}
	case *ssa.MakeInterface:
		return t.concrete(v.X), true
	}
	return flow{}, false
}

// leaf says where an error comes from that is no copy.
func (t *tracer) leaf(at ssaflow.At) flow {
	switch v := at.Value.(type) {
	case *ssa.Const:
		return flow{}
	case *ssa.Parameter:
		if _, list := v.Type().Underlying().(*types.Slice); list || !at.Elements {
			return flow{params: []*ssa.Parameter{v}}
		}
	}
	if at.Elements {
		return unknown
	}
	switch v := at.Value.(type) {
	case *ssa.Alloc: // a pointer to a struct that a function returns
		return t.concrete(v)
	case *ssa.Field:
		return t.field(ssaflow.FieldOf(v.X.Type(), v.Field))
	case *ssa.UnOp:
		if v.Op != token.MUL {
			break
		}
		switch addr := v.X.(type) {
		case *ssa.FieldAddr:
			return t.field(ssaflow.FieldOf(addr.X.Type(), addr.Field))
		case *ssa.Global:
			return t.global(addr)
		}
	}
	if call, i := ssaflow.Call(at.Value); call != nil {
		return t.called(call, i)
	}
	return unknown
}

// called returns where the i-th result of call can come from, and notes the site if that is the call.
func (t *tracer) called(call *ssa.Call, i int) flow {
	f := t.result(call, i)
	if site := t.sites[call]; site != nil && f.AWS() {
		f.sites = []*Site{site}
	}
	return f
}

// field returns what is stored in the field f anywhere in the package.
func (t *tracer) field(f *types.Var) flow {
	switch {
	case f != nil && f.Pkg() != nil && awspath.IsSDK(f.Pkg().Path()):
		return bare(unknown) // what the outermost error wraps
	case f == nil || f.Pkg() != t.Types:
		return unknown
	}
	return t.shared(node{field: f}, t.Stored(f), f.Exported())
}

// global returns what is assigned to the variable g anywhere in the package.
func (t *tracer) global(g *ssa.Global) flow {
	if !t.Owns(g) {
		return other // a sentinel of another package
	}
	return t.shared(node{global: g}, t.Assigned(g), ssaflow.Assignable(g))
}

// shared returns where what many functions share can come from: it is one of values, or something
// that others have put there.
func (t *tracer) shared(n node, values []ssa.Value, others bool) flow {
	sum := t.solver.of(n, func() Summary {
		o := Origins{Unknown: others}
		kept := others
		for _, v := range values {
			from := t.close(t.trace(v))
			kept = kept || len(from.Cuts) == 0 && (from.AWS() || from.Unknown)
			o = o.union(from)
		}
		if kept {
			o.Cuts = nil // a match may be for the errors that keep their chains
		}
		return Summary{Origins: o}
	})
	return flow{Origins: sum.Origins}
}

// concrete returns what is known of an error that is not an interface: a struct that wraps another
// error has the origins of that one.
func (t *tracer) concrete(v ssa.Value) flow {
	if !hasUnwrap(v.Type()) {
		// What does not unwrap hides its origin. An error of the SDK that the program makes itself could be any.
		if awssdk.FromSDK(v.Type()) {
			return bare(unknown)
		}
		f := t.hidden(v)
		f.Other, f.Retold = true, t.holdsRetold(v)
		return f
	}
	f := t.wrappedIn(v)
	f.Wrapped = true
	f.Bare = awssdk.FromSDK(v.Type())
	return f
}

// wrappedIn returns the origins of the errors in the struct that v is, or points to, and the cuts
// of those that Unwrap does not return.
func (t *tracer) wrappedIn(v ssa.Value) flow {
	made := madeAt(v)
	if made == nil {
		return t.errs.From(v)
	}
	fields, known := t.unwrapped(v.Type())
	var f flow
	var held, left []ssa.Value
	for field, member := range ssaflow.Members(made) {
		switch {
		case field != nil && !awssdk.IsErrorType(member.Type()):
		case field != nil && known && !slices.Contains(fields, ssaflow.FieldOf(field.X.Type(), field.Field)):
			left = append(left, member)
		default:
			held = append(held, member)
			f = f.union(t.errs.From(member))
		}
	}
	if f.AWS() || f.Unknown || len(f.params)+len(f.called) > 0 || asksItself(v.Type()) || !t.ofModule(v.Type()) {
		return f // matches find that
	}
	return f.union(t.cut(LeftOut, nameOf(v.Type()), CutSite{made, left, v.Type()})).union(t.repeated(v, made, append(held, left...)))
}

// bare says that the value is an error type of the SDK.
func bare(f flow) flow {
	f.Bare = true
	return f
}

func hasUnwrap(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Unwrap")
	_, ok := obj.(*types.Func)
	return ok
}
