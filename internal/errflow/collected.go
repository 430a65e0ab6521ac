package errflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// collected reports whether v is made of a list of errors: errors.Join(errs...), or k8s.io's NewAggregate(errs).
func collected(v ssa.Value) bool {
	if change, ok := v.(*ssa.ChangeInterface); ok {
		v = change.X
	}
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 {
		return false
	}
	arg := call.Call.Args[len(call.Call.Args)-1]
	_, array := arg.(*ssa.Slice) // of arguments, or of a part of a list
	return !array && isErrors(arg.Type())
}

// collectsLogged reports whether fn logs each error where it adds it to a list.
func collectsLogged(fn *ssa.Function) bool {
	found := false
	for _, b := range ssaflow.BlocksOf(fn) {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || !isErrors(call.Type()) {
				continue
			}
			if builtin, ok := call.Call.Value.(*ssa.Builtin); !ok || builtin.Name() != "append" || !slices.ContainsFunc(b.Instrs, logsError) {
				return false
			}
			found = true
		}
	}
	return found
}

// isErrors reports whether t is a list of errors.
func isErrors(t types.Type) bool {
	list, ok := t.Underlying().(*types.Slice)
	return ok && awssdk.IsError(list.Elem())
}
