package firstpage

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// usage is what the package does with the lists of an output.
type usage struct {
	program *ssaflow.Program
	call    ssa.Instruction // whose output it is

	whole bool // it takes a list for all that there is
	empty bool // it asks how long a list is, compared with a constant
	any   bool // it does anything with a list
}

// usageOf returns what the package does with o, the output of call.
func usageOf(program *ssaflow.Program, call ssa.Instruction, o *output) usage {
	u := usage{program: program, call: call}
	lists := u.walk()
	for _, list := range o.lists() {
		u.any = true
		u.whole = lists.Any(list) || u.whole
	}
	for _, count := range o.counts() {
		u.any = true
		u.whole = u.counts(count) || u.whole
	}
	return u
}

// walk returns the walk from lists to a use that takes them for all that there is.
func (u *usage) walk() *ssaflow.Forward {
	w := &ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Slices | ssaflow.Conversions | ssaflow.Locals | ssaflow.Params, Closures: true}
	w.Use = func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp: // a comparison with nil
			u.empty = true
			return false
		case *ssa.IndexAddr:
			return u.element(instr)
		case *ssa.MakeInterface:
			return !logged(instr)
		case *ssa.Return:
			return u.returned(instr, v, w)
		case *ssa.Call:
			return u.called(instr, v, w)
		}
		return true
	}
	return w
}

// element reports whether the element at addr is one of all that a loop goes through: not the first, nor one that
// is picked.
func (u *usage) element(addr *ssa.IndexAddr) bool {
	if isConst(addr.Index) {
		return false
	}
	var avoid *ssa.BasicBlock // where the next list is made
	if u.call.Parent() == addr.Parent() && u.call.Block() != addr.Block() {
		avoid = u.call.Block()
	}
	return repeats(addr.Block(), avoid)
}

// called reports whether call, to which list is passed, takes it for all.
func (u *usage) called(call *ssa.Call, list ssa.Value, w *ssaflow.Forward) bool {
	if b, ok := call.Call.Value.(*ssa.Builtin); ok {
		switch b.Name() {
		case "len":
			return u.counts(call)
		case "cap":
			return false
		}
		return true
	}
	if ssaflow.Calls(&call.Call, awspath.AttributeValue, "UnmarshalListOfMaps") {
		return u.decoded(call, w)
	}
	fn := ssaflow.Callee(&call.Call)
	return fn == nil || !picksOne().MatchString(fn.Name())
}

// picksOne matches the names of functions that take one element of a list, which is in some order.
var picksOne = lazyregexp.New(`(?i)first|last|latest|newest|recent|head|single|one$`)

// counts reports whether the length of a list, or a sum that it is added to, is used for more than to print it, to make
// room, to go through the list, and to compare it with a constant.
func (u *usage) counts(length ssa.Value) bool {
	var w ssaflow.Forward
	w = ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Conversions | ssaflow.Locals, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.MakeInterface, *ssa.MakeSlice, *ssa.MakeMap, *ssa.IndexAddr, *ssa.Slice:
			return false
		case *ssa.UnOp:
			return w.Any(instr)
		case *ssa.BinOp:
			if isConst(instr.X) || isConst(instr.Y) {
				u.empty = u.empty || isComparison(instr)
				return !isComparison(instr) && w.Any(instr)
			}
			return !isComparison(instr) || !ssaflow.GoesThrough(instr)
		}
		return true
	}}
	return w.Any(length)
}

// isConst reports whether v is always the same, such as the index of a loop that ends in its first round.
func isConst(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.BinOp:
		return isConst(v.X) && isConst(v.Y)
	}
	return false
}

func isComparison(op *ssa.BinOp) bool {
	switch op.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return true
	}
	return false
}

// logged reports whether everything that boxed, a list in an interface, is passed to only logs it. What a program
// prints may be all that it is for, but for addresses.
func logged(boxed *ssa.MakeInterface) bool {
	w := ssaflow.Forward{Follow: ssaflow.Slices | ssaflow.Phis}
	w.Use = func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.Store: // into the arguments of a variadic function
			if at, ok := instr.Addr.(*ssa.IndexAddr); ok {
				return w.Any(at.X)
			}
		case *ssa.IndexAddr:
			return false
		case ssa.CallInstruction:
			fn := ssaflow.Callee(instr.Common())
			if fn == nil || fn.Pkg() == nil {
				return true
			}
			if fn.Pkg().Path() == "fmt" {
				return !printsAddresses(boxed.X.Type())
			}
			return !knowledge.MayLog(fn) && !knowledge.PreparesLog(fn)
		}
		return true
	}
	return !w.Any(boxed)
}

// printsAddresses reports whether fmt prints addresses for the pointers in the elements of a list of type t: structs
// of the SDK, and items of DynamoDB.
func printsAddresses(t types.Type) bool {
	list, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	elem := list.Elem()
	if item, ok := elem.Underlying().(*types.Map); ok {
		elem = item.Elem()
	}
	if !awssdk.FromSDK(elem) {
		return false
	}
	if s := awssdk.Struct(elem); s != nil {
		return slices.ContainsFunc(slices.Collect(s.Fields()), func(field *types.Var) bool {
			_, ok := field.Type().Underlying().(*types.Pointer)
			return ok
		})
	}
	return types.IsInterface(elem) // types.AttributeValue, which pointers implement
}

// returned reports whether callers of the function of ret, which returns list, take it for all. Where others can
// call it, they may.
func (u *usage) returned(ret *ssa.Return, list ssa.Value, w *ssaflow.Forward) bool {
	fn := ret.Parent()
	callers := u.program.Callers(fn)
	if u.program.CalledElsewhere(fn) || len(callers) == 0 {
		return true
	}
	for _, call := range callers {
		value := call.Value()
		if value == nil {
			continue
		}
		for i, result := range ret.Results {
			if result != list {
				continue
			}
			var got ssa.Value = value
			if len(ret.Results) > 1 {
				got = ssaflow.Result(value, i)
			}
			if got != nil && w.Any(got) {
				return true
			}
		}
	}
	return false
}
