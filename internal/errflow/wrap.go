package errflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// wrapper returns what is known of the functions that make errors of others.
func (t *tracer) wrapper(fn *types.Func, call *ssa.Call) (flow, bool) {
	common := call.Common()
	path, name := fn.Pkg().Path(), fn.Name()
	if knowledge.MakesError(fn) && len(common.Args) > 0 {
		var values []ssa.Value
		if len(common.Args) > 1 {
			values = slices.Collect(ssaflow.Variadic(common.Args[1]))
		}
		f := t.told(common.Args[0], values...)
		return f.union(t.cut(Told, fn.Pkg().Name()+"."+name, CutSite{Instr: call, Errs: t.made(common.Args[0], values)})), true
	}
	switch path {
	case "errors":
		switch name {
		case "Unwrap":
			return bare(t.errs.From(common.Args[0])), true
		case "Join":
			return t.wrapped(t.errs.Elements(common.Args[0])), true
		}
	case "fmt":
		if name == "Errorf" {
			return t.formatted(call), true
		}
	}
	if knowledge.WaitsForGroup(fn) {
		return t.ran(common.Args[0]), true
	}
	if argument, ok := knowledge.Wraps(fn); ok && argument < len(common.Args) {
		arg := common.Args[argument]
		if awssdk.IsErrorType(arg.Type()) {
			f := t.wrapped(t.errs.From(arg))
			f.Bare = knowledge.Unwraps(fn)
			return f, true
		}
		return t.wrapped(t.errorsOf(arg)), true
	}
	return flow{}, false
}

func (t *tracer) wrapped(f flow) flow {
	f.Wrapped, f.Bare = true, false
	return f
}

// errorsOf returns the origins of the errors among the elements of a slice of
// arguments, such as those of fmt.Errorf.
func (t *tracer) errorsOf(args ssa.Value) flow {
	var f flow
	for v := range ssaflow.Variadic(args) {
		err := ErrorOf(v)
		if err == nil && awssdk.IsErrorType(v.Type()) {
			err = v // of a slice of errors
		}
		if err != nil {
			f = f.union(t.errs.From(err))
		}
	}
	return f
}

// ErrorOf returns the error that v, an operand of type any, holds, nil if it is none. An error of a
// type that is no interface stays in its box.
func ErrorOf(v ssa.Value) ssa.Value {
	switch conv := v.(type) {
	case *ssa.ChangeInterface:
		if awssdk.IsErrorType(conv.X.Type()) {
			return conv.X
		}
	case *ssa.MakeInterface:
		if awssdk.IsErrorType(conv.X.Type()) {
			return conv
		}
	}
	return nil
}
