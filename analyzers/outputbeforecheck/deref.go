package outputbeforecheck

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An output is what a function does with the output of a call.
type output struct {
	program *ssaflow.Program
	depth   int // calls of functions that were followed

	derefs []deref
	others map[ssa.Instruction]bool // what else refers to the output: it may ask whether it is nil
	tested bool                     // something compares it with nil
}

// A deref is where the program panics if the output is nil.
type deref struct {
	by ssa.Instruction
	at ssa.Instruction // by itself, or the statement that defers the function literal in which it stands

	// callee is the function that dereferences what by passes to it, as its argument at index arg. It
	// is nil where by dereferences the output itself.
	callee *types.Func
	arg    int
}

// deferred reports whether d runs when the function returns.
func (d deref) deferred() bool {
	_, call := d.by.(*ssa.Defer)
	return d.at != d.by || call && d.callee != nil
}

// outputOf returns what becomes of the output v in its function, which depth calls led to. It
// returns false where v is in a variable that can change.
func outputOf(program *ssaflow.Program, v ssa.Value, depth int) (*output, bool) {
	out := &output{program: program, depth: depth, others: make(map[ssa.Instruction]bool)}
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
		o.derefs = append(o.derefs, deref{by: instr, at: instr})
		return false
	case *ssa.UnOp:
		if instr.Op == token.MUL {
			o.derefs = append(o.derefs, deref{by: instr, at: instr})
			return false
		}
	case *ssa.BinOp:
		o.tested = o.tested || ssaflow.ComparesNil(instr)
	case ssa.CallInstruction:
		if errflow.SDKMethod(instr.Common(), v) != nil { // such as GetStream: it returns a field
			o.derefs = append(o.derefs, deref{by: instr, at: instr})
			return false
		}
		if d, ok := o.inCallee(instr, v); ok {
			o.derefs = append(o.derefs, d)
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
	inside := &output{program: o.program, depth: o.depth, others: make(map[ssa.Instruction]bool)}
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
			d.at = at
			o.derefs = append(o.derefs, d)
		}
	}
	return true
}

// inCallee returns the dereference of v by the function of the package that call passes it to, if
// that is certain once the function is called.
func (o *output) inCallee(call ssa.CallInstruction, v ssa.Value) (deref, bool) {
	common := call.Common()
	fn := common.StaticCallee()
	if fn != nil {
		fn = o.program.Body(fn)
	}
	if !o.program.Local(fn) || fn.Parent() != nil || len(fn.Params) != len(common.Args) || o.depth > 2 {
		return deref{}, false
	}
	arg := slices.Index(common.Args, v)
	if arg < 0 {
		return deref{}, false
	}
	inside, ok := outputOf(o.program, fn.Params[arg], o.depth+1)
	if !ok {
		return deref{}, false
	}
	stops := func(instr ssa.Instruction) bool {
		called, ok := instr.(ssa.CallInstruction)
		return inside.others[instr] || ok && ssaflow.MayExit(called.Common())
	}
	certain := slices.ContainsFunc(inside.derefs, func(d deref) bool { return ssaflow.Certain(fn.Blocks[0], d.at, stops) })
	return deref{by: call, at: call, callee: ssaflow.Declared(fn), arg: arg}, certain
}
