package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// result returns where the i-th result of call can come from.
func (t *tracer) result(call *ssa.Call, i int) flow {
	common := call.Common()
	if site := t.sites[call]; site != nil {
		if i != common.Signature().Results().Len()-1 {
			return unknown
		}
		f := flow{Origins: Origins{Ops: []Origin{newOrigin(site.Op, t.Fset)}}}
		// A function of the program that has the signature of an operation may do more, and one
		// without options is certainly no method of the client.
		fn := ssaflow.Callee(common)
		if fn == nil || !awspath.IsSDK(fn.Pkg().Path()) {
			f.Unknown = fn != nil && !common.IsInvoke() || !common.Signature().Variadic()
			if fn := common.StaticCallee(); fn != nil {
				sum, _ := t.summary(fn, i)
				f.Texts, f.Retold, f.Cuts = sum.Texts, sum.Retold, sum.Cuts
			}
		}
		return f
	}
	if fn := ssaflow.Callee(common); fn != nil && fn.Pkg() != nil {
		if fn.Name() == "Unwrap" && awspath.IsSDK(fn.Pkg().Path()) {
			return bare(unknown)
		}
		if f, ok := t.wrapper(fn, call); ok {
			return f
		}
	}
	if fn := common.StaticCallee(); fn != nil {
		sum, ok := t.summary(fn, i)
		if ok {
			return t.apply(sum, common)
		}
		if obj := ssaflow.Declared(fn); obj != nil && obj.Pkg() != nil && knowledge.IsStd(obj.Pkg().Path()) {
			if !takesBehaviour(obj.Signature()) {
				return other
			}
			if f, ok := t.reads(common); ok {
				return f
			}
		}
		return t.runs(common).union(t.applyCuts(sum, common))
	}
	if !common.IsInvoke() {
		return t.invoked(common.Value)
	}
	f, all := t.dispatched(common, i)
	if !all {
		f = f.union(t.runs(common))
	}
	return f
}

// invoked returns where the error that a call of the function value v returns can come from.
func (t *tracer) invoked(v ssa.Value) flow { return t.funcs.From(v) }

// function returns where the error can come from that a call of a function returns. Its parameters
// are not known where it is called as a value.
func (t *tracer) function(at ssaflow.At) flow {
	var fn *ssa.Function
	switch v := at.Value.(type) {
	case *ssa.Function:
		fn = v
	case *ssa.MakeClosure:
		fn = v.Fn.(*ssa.Function)
	case *ssa.Parameter:
		return flow{called: []*ssa.Parameter{v}}
	default:
		return unknown
	}
	if t.callers && (t.logs(fn) || keeps(fn)) {
		return flow{}
	}
	sig := fn.Signature
	n := sig.Results().Len()
	if n == 0 || !awssdk.IsError(sig.Results().At(n-1).Type()) {
		return flow{}
	}
	if op := awssdk.Of(ssaflow.Declared(fn), sig); op != nil {
		return flow{Origins: Origins{Ops: []Origin{newOrigin(op, t.Fset)}}}
	}
	sum, ok := t.summary(fn, n-1)
	if !ok {
		return unknown
	}
	f := flow{Origins: sum.Origins}
	f.Unknown = f.Unknown || len(sum.Params)+len(sum.Called) > 0
	return f
}

// apply returns the flow that a summary gives for a call.
func (t *tracer) apply(sum Summary, common *ssa.CallCommon) flow {
	f := flow{Origins: sum.Origins}
	args := ssaflow.Arguments(common)
	for _, i := range sum.Params {
		if i < len(args) {
			arg := args[i]
			if _, ok := arg.Type().Underlying().(*types.Slice); ok {
				f = f.union(t.errs.Elements(arg))
			} else {
				f = f.union(t.errs.From(arg))
			}
		}
	}
	for _, i := range sum.Called {
		if i < len(args) {
			f = f.union(t.invoked(args[i]))
		}
	}
	return f.union(t.applyCuts(sum, common))
}

// applyCuts returns what a summary says of cuts for a call.
func (t *tracer) applyCuts(sum Summary, common *ssa.CallCommon) flow {
	f := flow{Origins: Origins{Cuts: sum.Cuts}}
	args := ssaflow.Arguments(common)
	for _, c := range sum.Cutting {
		if c.Param >= len(args) {
			continue
		}
		arg := args[c.Param]
		switch _, list := arg.Type().Underlying().(*types.Slice); {
		case c.Called:
			f = f.union(cutOff(t.invoked(arg), c.At))
		case list:
			f = f.union(cutOff(t.errs.Elements(arg), c.At))
		default:
			f = f.union(cutOff(t.errs.From(arg), c.At))
		}
	}
	return f
}

// runs returns what can come out of a function that cannot be looked into: if it
// takes functions that return errors, such as one that retries, the error can be theirs. Unless it is
// known to return that or to wrap it, the error may only repeat what theirs says.
func (t *tracer) runs(common *ssa.CallCommon) flow {
	f := unknown
	fn := ssaflow.Callee(common)
	repeats := fn == nil || fn.Pkg() == nil || !knowledge.IsStd(fn.Pkg().Path()) && !knowledge.UnwrapsCalled(fn)
	for _, arg := range common.Args {
		sig, ok := arg.Type().Underlying().(*types.Signature)
		if !ok || sig.Results().Len() == 0 {
			continue
		}
		g := t.invoked(arg)
		f = f.union(g.onlyCuts())
		if g.AWS() {
			f = f.union(g)
			f.Wrapped, f.Retold = true, f.Retold || repeats
		}
	}
	return f
}

// takesBehaviour reports whether a function with the signature sig takes something
// that it could call: a function or an interface with methods.
func takesBehaviour(sig *types.Signature) bool {
	if recv := sig.Recv(); recv != nil {
		return true
	}
	for p := range sig.Params().Variables() {
		switch u := p.Type().Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Interface:
			if u.NumMethods() > 0 && !awssdk.IsContext(p.Type()) {
				return true
			}
		}
	}
	return false
}
