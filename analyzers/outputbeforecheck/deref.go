package outputbeforecheck

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An output is what a function does with the output of a call.
type output struct {
	derefs []deref
	others map[ssa.Instruction]bool // what else refers to the output: it may ask whether it is nil
	tested bool                     // something compares it with nil
}

// A deref is where the program panics if the output is nil.
type deref struct {
	by ssa.Instruction
	at ssa.Instruction // by itself, or the statement that defers the function literal in which it stands
}

func (d deref) deferred() bool { return d.at != d.by }

// outputOf returns what becomes of the output v in its function. It returns false where v is in a
// variable that can change.
func outputOf(v ssa.Value) (*output, bool) {
	out := &output{others: make(map[ssa.Instruction]bool)}
	return out, !out.walk().Any(v)
}

func (o *output) walk() *ssaflow.Forward { return &ssaflow.Forward{Follow: ssaflow.Locals, Use: o.add} }

// add adds what instr does with v, which is the output, or the address of a variable that holds it.
// It reports whether the variable can change.
func (o *output) add(instr ssa.Instruction, v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Alloc:
		closure, ok := instr.(*ssa.MakeClosure)
		if ok && !o.addDeferred(closure, v) {
			o.others[instr] = true
		}
		return !ok || changes(v)
	case *ssa.UnOp:
		if variable, ok := v.X.(*ssa.Alloc); ok && changes(variable) {
			return true
		}
	}
	switch instr := instr.(type) {
	case *ssa.FieldAddr:
		o.derefs = append(o.derefs, deref{instr, instr})
		return false
	case *ssa.UnOp:
		if instr.Op == token.MUL {
			o.derefs = append(o.derefs, deref{instr, instr})
			return false
		}
	case *ssa.BinOp:
		o.tested = o.tested || ssaflow.ComparesNil(instr)
	case ssa.CallInstruction:
		if errflow.SDKMethod(instr.Common(), v) != nil { // such as GetStream: it returns a field
			o.derefs = append(o.derefs, deref{instr, instr})
			return false
		}
	}
	o.others[instr] = true
	return false
}

// changes reports whether the function assigns to the variable more than once.
func changes(variable *ssa.Alloc) bool { return len(slices.Collect(ssaflow.StoredAt(variable))) > 1 }

// addDeferred adds the dereferences that are certain once closure runs, if it does nothing with the
// variable but run when the function returns.
func (o *output) addDeferred(closure *ssa.MakeClosure, variable *ssa.Alloc) bool {
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
		if binding != variable {
			continue
		}
		for _, ref := range *fn.FreeVars[i].Referrers() {
			load, ok := ref.(*ssa.UnOp)
			if !ok || inside.walk().Any(load) {
				return false
			}
		}
	}
	if len(inside.others) > 0 {
		return false
	}
	for _, d := range inside.derefs {
		if d.at.Block() == fn.Blocks[0] {
			o.derefs = append(o.derefs, deref{d.by, at})
		}
	}
	return true
}
