package errflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Lost reports whether no path of the program reads the error of the call: it is not taken,
// assigned to the blank identifier, overwritten before any read, or passed to a function that does
// not look at it.
func (s *Site) Lost() bool { return s.Err == nil || !isRead(s.Err) }

// isRead reports whether anything reads v, or could: a variable that stays in memory is one that a
// closure sees, or whose address is taken.
func isRead(v ssa.Value) bool {
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		return overlooks(instr, v) == nil
	}}
	return w.Any(v)
}

// LostIn returns a function of the package that gets the error of the call and does not look at it,
// nil if there is none. The error is Lost.
func (s *Site) LostIn() *types.Func {
	if s.Err == nil {
		return nil
	}
	var lostIn *types.Func
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		lostIn = overlooks(instr, v)
		return true
	}}
	w.Any(s.Err)
	return lostIn
}

// overlooks returns the function of the package that instr calls with v, if that has no use for it:
//
//	func must[T any](v T, _ error) T { return v }
func overlooks(instr ssa.Instruction, v ssa.Value) *types.Func {
	call, ok := instr.(ssa.CallInstruction)
	if !ok {
		return nil
	}
	c := call.Common()
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if generic := fn.Origin(); generic != nil {
		fn = generic
	}
	if len(fn.Blocks) == 0 || len(fn.Params) != len(c.Args) {
		return nil
	}
	for i, arg := range c.Args {
		if arg == v && slices.ContainsFunc(*fn.Params[i].Referrers(), func(ref ssa.Instruction) bool { return !ssaflow.IsDebug(ref) }) {
			return nil
		}
	}
	return ssaflow.Declared(fn)
}

// keeps reports whether fn, a function literal, stores an error in a variable or field that others see.
func keeps(fn *ssa.Function) bool {
	return fn.Parent() != nil && anyInstr(fn, func(instr ssa.Instruction) bool {
		store, ok := instr.(*ssa.Store)
		if !ok || !awssdk.IsErrorType(store.Val.Type()) {
			return false
		}
		local, isLocal := ssaflow.Whole(store.Addr).(*ssa.Alloc)
		return !isLocal || local.Parent() != fn
	})
}
