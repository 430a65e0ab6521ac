package errflow

import (
	"go/constant"
	"go/types"
	"iter"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// wrapper returns what is known of the functions that make errors of others.
func (t *tracer) wrapper(fn *types.Func, common *ssa.CallCommon) (flow, bool) {
	path, name := fn.Pkg().Path(), fn.Name()
	switch path {
	case "errors":
		switch name {
		case "New":
			return flow{}, true
		case "Unwrap":
			return bare(t.value(common.Args[0])), true
		case "Join":
			return t.wrapped(t.elements(common.Args[0])), true
		}
	case "fmt":
		if name == "Errorf" {
			if format, ok := common.Args[0].(*ssa.Const); ok && format.Value != nil && !strings.Contains(constant.StringVal(format.Value), "%w") {
				return flow{}, true
			}
			return t.wrapped(t.errorsOf(common.Args[1])), true
		}
	}
	if knowledge.WaitsForGroup(fn) {
		return t.group(common.Args[0]), true
	}
	if argument, ok := knowledge.Wraps(fn); ok && argument < len(common.Args) {
		arg := common.Args[argument]
		if isErrorType(arg.Type()) {
			f := t.wrapped(t.value(arg))
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
	for v := range elementsOf(args) {
		switch v := v.(type) {
		case *ssa.ChangeInterface:
			if isErrorType(v.X.Type()) {
				f = f.union(t.value(v.X))
			}
		case *ssa.MakeInterface:
			if isErrorType(v.X.Type()) {
				f = f.union(t.value(v))
			}
		default:
			if isErrorType(v.Type()) {
				f = f.union(t.value(v))
			}
		}
	}
	return f
}

// elementsOf returns the elements of the slice that the compiler makes of variadic
// arguments, none where args is another slice.
func elementsOf(args ssa.Value) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		slice, ok := args.(*ssa.Slice)
		if !ok {
			return
		}
		array, ok := slice.X.(*ssa.Alloc)
		if !ok {
			return
		}
		for _, ref := range *array.Referrers() {
			elem, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			for _, use := range *elem.Referrers() {
				if store, ok := use.(*ssa.Store); ok && !yield(store.Val) {
					return
				}
			}
		}
	}
}
