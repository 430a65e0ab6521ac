package errflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An output is what a function does with the output of a call.
type output struct {
	derefs []deref
	others map[ssa.Instruction]bool // what else refers to the output: it may ask whether it is nil
	tested bool                     // something compares it with nil
}

// A deref is a place where the program panics if the output is nil.
type deref struct {
	at       ssa.Instruction // for a deferred closure, the defer statement
	pos      token.Pos
	deferred bool // in a deferred closure
}

// outputOf returns what becomes of the output v in its function. It returns false
// where v is in a variable that can change.
func outputOf(v ssa.Value) (*output, bool) {
	out := &output{others: make(map[ssa.Instruction]bool)}
	ok := out.add(v)
	return out, ok
}

// add adds what refers to v, which is the output.
func (o *output) add(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			continue
		case *ssa.FieldAddr:
			o.derefs = append(o.derefs, deref{at: ref, pos: ref.Pos()})
			continue
		case *ssa.UnOp:
			if ref.Op == token.MUL {
				o.derefs = append(o.derefs, deref{at: ref, pos: ref.Pos()})
				continue
			}
		case *ssa.BinOp:
			o.tested = o.tested || ssaflow.ComparesNil(ref)
		case ssa.CallInstruction:
			if readsOwnField(ref.Common(), v) {
				o.derefs = append(o.derefs, deref{at: ref, pos: ref.Common().Pos()})
				continue
			}
		case *ssa.Store:
			if local, ok := ref.Addr.(*ssa.Alloc); ok && ref.Val == v {
				if !o.addVariable(local, ref) {
					return false
				}
				continue
			}
		}
		o.others[ref] = true
	}
	return true
}

// addVariable adds what refers to the local variable that closures share and that
// only store assigns to.
func (o *output) addVariable(local *ssa.Alloc, store *ssa.Store) bool {
	for _, ref := range *local.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			if ref != store {
				return false
			}
		case *ssa.UnOp:
			if !o.add(ref) {
				return false
			}
		case *ssa.MakeClosure:
			if !o.addDeferred(ref, local) {
				o.others[ref] = true
			}
		default:
			return false
		}
	}
	return true
}

// addDeferred adds the dereferences that are certain once closure runs, if it does
// nothing but run when the function returns.
func (o *output) addDeferred(closure *ssa.MakeClosure, local *ssa.Alloc) bool {
	refs := *closure.Referrers()
	fn := closure.Fn.(*ssa.Function)
	if len(refs) != 1 || len(fn.Blocks) == 0 {
		return false
	}
	at, ok := refs[0].(*ssa.Defer)
	if !ok || at.Call.Value != closure {
		return false
	}
	inside := &output{others: make(map[ssa.Instruction]bool)}
	for i, binding := range closure.Bindings {
		if binding != local {
			continue
		}
		for _, ref := range *fn.FreeVars[i].Referrers() {
			load, ok := ref.(*ssa.UnOp)
			if !ok || !inside.add(load) {
				return false
			}
		}
	}
	if len(inside.others) > 0 {
		return false
	}
	for _, d := range inside.derefs {
		if d.at.Block() == fn.Blocks[0] {
			o.derefs = append(o.derefs, deref{at, d.pos, true})
		}
	}
	return true
}

// readsOwnField reports whether c calls a method of the SDK on the output v, such as
// GetStream: they return a field.
func readsOwnField(c *ssa.CallCommon, v ssa.Value) bool {
	fn := ssaflow.Callee(c)
	return !c.IsInvoke() && fn != nil && fn.Signature().Recv() != nil && fn.Pkg() != nil && awspath.IsSDK(fn.Pkg().Path()) &&
		len(c.Args) > 0 && c.Args[0] == v
}
