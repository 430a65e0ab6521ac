package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// dispatched returns where the i-th result of a call through an interface can come from. all says that
// nothing else can be behind the interface: the package shows what it puts there, or the signature has
// the options and the output of an operation, as only wrappers of it have.
func (t *tracer) dispatched(common *ssa.CallCommon, i int) (f flow, all bool) {
	if f, ok := t.putBehind(common, i); ok {
		return f, true
	}
	f = t.implemented(common, i)
	if op := awssdk.ImpliedByOptions(common.Signature()); op != nil && i == 1 && !awssdk.IsFake(common.Method) {
		return flow{Origins: Origins{Ops: []Origin{newOrigin(op, t.Fset)}}}.union(f), true
	}
	return f.union(unknown), false
}

// implemented returns where the i-th result of a call through an interface can come from if a type of the package, or
// of a package that it imports, is behind it, or the signature tells the operation.
func (t *tracer) implemented(common *ssa.CallCommon, i int) flow {
	var f flow
	if op := awssdk.Implied(common.Signature()); op != nil && i == 1 && !awssdk.IsFake(common.Method) {
		f.Ops = []Origin{newOrigin(op, t.Fset)}
	}
	m, behind := t.behindOf(common)
	if behind && i == common.Signature().Results().Len()-1 {
		f = f.union(flow{Origins: m.Origins})
	}
	iface, ok := common.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return f
	}
	n := 0
	for _, fn := range t.Implementations(common.Method.Name()) {
		if isBehind(fn, iface) {
			n++
			if sum, ok := t.summary(fn, i); ok {
				f = f.union(flow{Origins: sum.Origins})
			}
		}
	}
	if n > 1 || n > 0 && behind {
		f.Cuts = nil // a match may be for the errors of the others
	}
	return f
}

// A put is what the package puts into an interface.
type put struct {
	types []types.Type
	open  bool // and others do
}

const putSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Interfaces | ssaflow.Locals | ssaflow.Fields | ssaflow.Globals | ssaflow.Params | ssaflow.Results

// putBehind returns where the i-th result of the method that common calls can come from, if all that can be
// behind the interface are types that the package puts there, and whose methods are known.
func (t *tracer) putBehind(common *ssa.CallCommon, i int) (f flow, ok bool) {
	w := &ssaflow.Backward[put]{
		Program: t.Program,
		Follow:  putSteps,
		Join: func(x, y put) put {
			return put{append(x.types[:len(x.types):len(x.types)], y.types...), x.open || y.open}
		},
		Others: put{open: true},
	}
	w.Leaf = func(at ssaflow.At) put {
		switch v := at.Value.(type) {
		case *ssa.MakeInterface:
			return put{types: []types.Type{v.X.Type()}}
		case *ssa.Const:
			return put{}
		}
		return put{open: true}
	}
	all := w.From(common.Value)
	if all.open {
		return flow{}, false
	}
	n := 0
	for _, typ := range all.types {
		obj, _, _ := types.LookupFieldOrMethod(typ, true, common.Method.Pkg(), common.Method.Name())
		fn, isMethod := obj.(*types.Func)
		if !isMethod {
			return flow{}, false
		}
		if awssdk.IsFake(fn) {
			continue
		}
		sum, known := t.methodSummary(fn, i)
		if !known {
			return flow{}, false
		}
		f, ok = f.union(flow{Origins: sum.Origins}), true
		n++
	}
	if n > 1 {
		f.Cuts = nil
	}
	return f, ok
}

// methodSummary returns the summary of the i-th result of fn, a method of a type that is no interface.
func (t *tracer) methodSummary(fn *types.Func, i int) (Summary, bool) {
	for _, local := range t.Implementations(fn.Name()) {
		if ssaflow.Declared(local) == fn {
			sum, ok := t.summary(local, i)
			sum.Unknown = sum.Unknown || len(sum.Params)+len(sum.Called) > 0
			return sum, ok
		}
	}
	sum, ok := t.imported(fn, i)
	sum.Unknown = sum.Unknown || len(sum.Params)+len(sum.Called) > 0
	return sum, ok
}

// behindOf returns what is known from other packages of the method of an interface that common calls.
func (p *Package) behindOf(common *ssa.CallCommon) (Method, bool) {
	name := awssdk.TypeName(common.Value.Type())
	if name == nil || name.Pkg() == nil {
		return Method{}, false
	}
	m, ok := p.behind[MethodName(name, common.Method.Name())]
	return m, ok
}

// isBehind reports whether fn, a method, may be called through iface, in programs that are no tests.
func isBehind(fn *ssa.Function, iface *types.Interface) bool {
	return !awssdk.IsFake(ssaflow.Declared(fn)) && implements(fn.Signature.Recv().Type(), iface)
}
