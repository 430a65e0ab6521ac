package lambdaresp

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// toldSteps are the ways from an error to the errors whose texts are in its own.
const toldSteps = ssaflow.Phis | ssaflow.Interfaces | ssaflow.Locals | ssaflow.Globals | ssaflow.Results

// TextOrigins returns where the texts of errs can come from. They go on in the text of an error
// that fmt.Errorf makes, by whatever verb, or another function makes of a text.
func (s *Set) TextOrigins(errs ...ssa.Value) errflow.Origins {
	w := ssaflow.Backward[[]ssa.Value]{
		Program: s.Program(),
		Follow:  toldSteps,
		Join:    ssaflow.Union,
		Others:  errs,
	}
	w.Leaf = func(at ssaflow.At) []ssa.Value {
		if call, _ := ssaflow.Call(at.Value); call != nil && ssaflow.Calls(call.Common(), "fmt", "Errorf") {
			var all []ssa.Value
			for _, operand := range ErrorOperands(call) {
				all = ssaflow.Union(all, w.From(operand))
			}
			return all
		}
		if s.madeHere(at.Value) {
			return nil
		}
		return []ssa.Value{at.Value}
	}
	var told []ssa.Value
	for _, err := range errs {
		told = ssaflow.Union(told, w.From(err))
	}
	var o errflow.Origins
	if len(told) > 0 {
		o = s.flow.Origins(told...)
	}
	return o.WithShown(s.flow.Origins(errs...).Cuts)
}

// TellsTooMuch reports whether a response with the status must not hold the texts of errs, which the client should not
// see: they can come from AWS, or say what is wrong with the server. That of a variable of a package is fixed.
func (s *Set) TellsTooMuch(status int, errs []ssa.Value) bool {
	if s.TextOrigins(errs...).AWS() {
		return true
	}
	return status >= httpstatus.InternalServerError && slices.ContainsFunc(errs, func(err ssa.Value) bool {
		load, ok := err.(*ssa.UnOp)
		if !ok {
			return true
		}
		_, global := load.X.(*ssa.Global)
		return !global
	})
}

// madeHere reports whether the error v is certain to hold the text of no other: it is nil, a library or
// the package makes it of a text, or its type has no place for another one.
func (s *Set) madeHere(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return true
	case *ssa.MakeInterface:
		name := awssdk.TypeName(v.X.Type())
		return name != nil && name.Pkg() == s.Program().Types && !holdsErrors(v.X.Type())
	case *ssa.UnOp:
		g, ok := v.X.(*ssa.Global)
		return ok && s.isStd(g.Object().Pkg())
	}
	call, _ := ssaflow.Call(v)
	if call == nil {
		return false
	}
	if ssaflow.Calls(call.Common(), "errors", "New") {
		return true
	}
	fn := ssaflow.Callee(call.Common())
	return fn != nil && !call.Call.IsInvoke() && s.isStd(fn.Pkg()) && fn.Pkg().Path() != "errors" && !takesErrors(fn.Signature())
}

// holdsErrors reports whether a field of t, or of what t points to, can hold an error.
func holdsErrors(t types.Type) bool {
	s := awssdk.Struct(t)
	if s == nil {
		return false
	}
	for field := range s.Fields() {
		if types.IsInterface(field.Type()) {
			return true
		}
	}
	return false
}
