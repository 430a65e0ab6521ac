package firstpage

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An input is what the package asks an operation for.
type input struct {
	// members are what is stored in the members that are set, by their names.
	members map[string]ssa.Value

	// open says that others may set members, too.
	open bool
}

// inputOf returns what the value v, an input, holds wherever it can come from.
func inputOf(program *ssaflow.Program, v ssa.Value) input {
	w := &ssaflow.Backward[input]{
		Program: program,
		Follow:  ssaflow.Phis | ssaflow.Conversions | ssaflow.Locals | ssaflow.Params | ssaflow.Results,
		Join:    joinInputs,
		Others:  input{open: true},
	}
	// What the input is passed through may set members, too: in := list(); in.MaxKeys = n.
	var changes input
	w.Look = func(at ssaflow.At) (input, bool) {
		changes = joinInputs(changes, madeAt(at.Value))
		return input{}, false
	}
	w.Leaf = func(at ssaflow.At) input {
		switch at.Value.(type) {
		case *ssa.Alloc, *ssa.Const: // a literal, nil
			return input{}
		}
		return input{open: true}
	}
	return joinInputs(w.From(v), changes)
}

func joinInputs(x, y input) input {
	in := input{members: make(map[string]ssa.Value), open: x.open || y.open}
	for _, side := range []input{x, y} {
		for name, v := range side.members {
			in.members[name] = v
		}
	}
	return in
}

// madeAt returns what is stored in the input at the address addr, by way of that.
func madeAt(addr ssa.Value) input {
	in := input{members: make(map[string]ssa.Value)}
	if addr.Referrers() == nil { // nil
		return in
	}
	for field, v := range ssaflow.Members(addr) {
		if field == nil { // a copy of another one
			in.open = true
			continue
		}
		if member := ssaflow.FieldOf(field.X.Type(), field.Field); member != nil && !ssaflow.IsNil(v) {
			in.members[member.Name()] = v
		}
	}
	// What others are given they may change, but for operations.
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			return false
		}
		fn := ssaflow.Callee(call.Common())
		return fn == nil || awssdk.Of(fn, call.Common().Signature()) == nil && !makesPaginator(fn)
	}}
	in.open = in.open || w.Any(addr)
	return in
}

// argument returns what the call passes for the parameter of type t, nil where there is none.
func argument(c *ssa.CallCommon, t types.Type) ssa.Value {
	for _, arg := range c.Args {
		if types.Identical(arg.Type(), t) {
			return arg
		}
	}
	return nil
}
