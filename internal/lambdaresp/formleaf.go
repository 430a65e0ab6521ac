package lambdaresp

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A formWalk finds the form of one text.
type formWalk struct {
	*Set
	ssaflow.Backward[may[Form]]

	assume bool // that an error of which nothing else is known has a text
}

// leaf returns the form of what is no copy: where the text, or the error, is made.
func (f *formWalk) leaf(at ssaflow.At) may[Form] {
	form := f.made(at)
	if form == only(Unproven) && f.assume && awssdk.IsErrorType(at.Value.Type()) {
		return only(Text)
	}
	return form
}

func (f *formWalk) made(at ssaflow.At) may[Form] {
	switch v := at.Value.(type) {
	case *ssa.Const:
		if s, ok := ssaflow.String(v); ok {
			return only(constantForm(s))
		}
		if v.IsNil() {
			return 0
		}
	case *ssa.MakeInterface:
		return f.concrete(v.X)
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return only(sumForm(v))
		}
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && !f.Set.Program().Owns(g) && awssdk.IsError(v.Type()) {
			if f.isLibrary(g.Object().Pkg()) {
				return only(Text)
			}
			return only(f.sentinelForm(g))
		}
	}
	if call, i := ssaflow.Call(at.Value); call != nil {
		return f.result(at.Value, call.Common(), i)
	}
	return only(Unproven)
}

// concrete returns the form of the text of the error v, whose type is no interface.
func (f *formWalk) concrete(v ssa.Value) may[Form] {
	if IsResponseError(v.Type()) && !isPointer(v.Type()) {
		return f.message(v)
	}
	obj, _, _ := types.LookupFieldOrMethod(v.Type(), true, nil, "Error")
	method, ok := obj.(*types.Func)
	switch {
	case !ok || method.Pkg() == nil:
		return only(Unproven)
	case f.isLibrary(method.Pkg()):
		return only(Text)
	}
	for _, fn := range f.Set.Program().Implementations("Error") {
		if fn.Object() == method.Origin() {
			var all may[Form]
			for _, ret := range ssaflow.Returns(fn) {
				all |= f.From(ret.Results[0])
			}
			return all
		}
	}
	return only(Unproven)
}

// message returns the form of the field Message of the InvokeResponse_Error v.
func (f *formWalk) message(v ssa.Value) may[Form] {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return only(Unproven)
	}
	local, ok := load.X.(*ssa.Alloc)
	if !ok {
		return only(Unproven)
	}
	var all may[Form]
	for field, value := range ssaflow.Members(local) {
		if field != nil && ssaflow.FieldOf(field.X.Type(), field.Field).Name() == "Message" {
			all |= f.From(value)
		}
	}
	return all
}

// result returns the form of v, the i-th result of a call of a function whose body is not known.
func (f *formWalk) result(v ssa.Value, common *ssa.CallCommon, i int) may[Form] {
	if common.IsInvoke() && common.Method.Name() == "Error" {
		return f.From(common.Value)
	}
	switch calls := func(path, name string) bool { return ssaflow.Calls(common, path, name) }; {
	case calls("encoding/json", "Marshal"), calls("encoding/json", "MarshalIndent"):
		if i == 0 {
			return only(JSON)
		}
	case calls("errors", "New"):
		return f.From(common.Args[0])
	case calls("fmt", "Errorf"), calls("fmt", "Sprintf"):
		return f.formatted(common)
	case calls("fmt", "Sprint"), calls("fmt", "Sprintln"):
		return f.begins(common.Args[0])
	case calls("strings", "Join"):
		return f.joined(common)
	case calls("errors", "Join"), calls("net/http", "StatusText"):
		return only(Text)
	}
	fn := ssaflow.Callee(common)
	switch library := fn != nil && !common.IsInvoke() && f.isLibrary(fn.Pkg()); {
	case f.textMadeBy(common) != nil:
		return only(Text)
	case !awssdk.IsError(v.Type()):
		if (library || f.assume) && fn != nil && fn.Name() == "Error" && fn.Signature().Recv() != nil {
			return only(Text)
		}
		return only(Unproven)
	case library && !takesErrors(fn.Signature()):
		return only(Text)
	}
	if o := f.flow.Origins(v); o.AWS() && !o.Unknown {
		return only(Text)
	}
	return only(Unproven)
}

// formatted returns the form of what a format makes, which its beginning decides.
func (f *formWalk) formatted(common *ssa.CallCommon) may[Form] {
	format, ok := ssaflow.String(common.Args[0])
	switch {
	case ok && (beginsText(format) || isLabelled(format)):
		return only(Text)
	case ok && (strings.HasPrefix(format, "%v") || strings.HasPrefix(format, "%s") || strings.HasPrefix(format, "%w") || strings.HasPrefix(format, "%+v")):
		return f.begins(common.Args[1])
	case !ok && f.From(common.Args[0]) == only(Text): // fmt.Sprintf(errField.Error(), name)
		return only(Text)
	}
	return only(Unproven)
}

// joined returns the form of what strings.Join makes, which its beginning decides.
func (f *formWalk) joined(common *ssa.CallCommon) may[Form] {
	if f.begins(common.Args[0]) == only(Text) {
		return only(Text)
	}
	several := len(slices.Collect(ssaflow.Variadic(common.Args[0]))) > 1
	if between, ok := ssaflow.String(common.Args[1]); ok && several && strings.HasPrefix(between, labelEnd) {
		return only(Text)
	}
	return only(Unproven)
}

// begins returns the form of a text that begins with the first of the operands, which is text if that is one.
func (f *formWalk) begins(operands ssa.Value) may[Form] {
	for operand := range ssaflow.Variadic(operands) {
		first := errflow.ErrorOf(operand)
		if first == nil {
			first = ssaflow.Bare(operand)
		}
		if f.From(first) == only(Text) {
			return only(Text)
		}
		break
	}
	return only(Unproven)
}

// takesErrors reports whether a function with the signature sig can return an error of its caller's.
func takesErrors(sig *types.Signature) bool {
	for param := range sig.Params().Variables() {
		switch t := param.Type().Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Interface:
			if awssdk.IsErrorType(t) {
				return true
			}
		}
	}
	return false
}
