package errmatch

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Recognized reports whether b is reached only where something has asked what an error is, and it was
// that: errors.Is, a match, a comparison, or any function that is given the error and returns true.
// There the program may know what the error says.
func Recognized(b *ssa.BasicBlock) bool {
	for dominator := b.Idom(); dominator != nil; dominator = dominator.Idom() {
		branch, ok := ssaflow.Last(dominator).(*ssa.If)
		if ok && len(dominator.Succs[0].Preds) == 1 && dominator.Succs[0].Dominates(b) && asksError(branch.Cond) {
			return true
		}
	}
	return false
}

// asksError reports whether cond says what an error is.
func asksError(cond ssa.Value) bool {
	switch cond := cond.(type) {
	case *ssa.Extract:
		if assert, ok := cond.Tuple.(*ssa.TypeAssert); ok {
			return isErrorInterface(assert.X.Type())
		}
		call, ok := cond.Tuple.(*ssa.Call)
		return ok && takesError(call)
	case *ssa.Call:
		return takesError(cond)
	case *ssa.BinOp:
		return cond.Op == token.EQL && isError(cond.X) && isError(cond.Y)
	}
	return false
}

func isError(v ssa.Value) bool { return !ssaflow.IsNil(v) && awssdk.IsErrorType(v.Type()) }

func takesError(call *ssa.Call) bool {
	return slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return isErrorInterface(arg.Type()) })
}
