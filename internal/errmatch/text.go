package errmatch

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// textSteps are the ways to copies of a text, or to what it is made of.
const textSteps = ssaflow.Phis | ssaflow.Conversions | ssaflow.Slices | ssaflow.Sums | ssaflow.Locals

// TextOf returns the errors whose text the string v is, or holds in lower case, cut or put together
// with other text. It returns nil where v is no such text.
func (s *Set) TextOf(v ssa.Value) []ssa.Value {
	t := &ssaflow.Backward[[]ssa.Value]{
		Program: s.program(),
		Follow:  textSteps,
		Join:    ssaflow.Union,
	}
	t.Leaf = func(at ssaflow.At) []ssa.Value {
		if call, ok := at.Value.(*ssa.Call); ok {
			return s.textOfCall(t, call.Common())
		}
		return nil
	}
	return t.From(v)
}

// passOn are the functions of package strings whose result is made of the text that is their first argument.
var passOn = map[string]bool{
	"ToLower": true, "ToUpper": true, "ToTitle": true, "TrimSpace": true, "Trim": true, "TrimLeft": true, "TrimRight": true,
	"TrimPrefix": true, "TrimSuffix": true, "Replace": true, "ReplaceAll": true, "Title": true, "Clone": true,
}

// textOfCall returns the errors whose text the result of a call is made of.
func (s *Set) textOfCall(t *ssaflow.Backward[[]ssa.Value], common *ssa.CallCommon) []ssa.Value {
	fn := ssaflow.Callee(common)
	switch {
	case fn == nil:
	case common.IsInvoke():
		if fn.Name() != "Error" {
			return nil
		}
		if outer := Outer(common.Value); outer != nil {
			return s.carried(outer)
		}
		if awssdk.IsError(common.Value.Type()) {
			return []ssa.Value{common.Value}
		}
		return s.carried(common.Value)
	case fn.Name() == "Error" && fn.Signature().Recv() != nil && len(common.Args) == 1:
		return s.carried(common.Args[0])
	case fn.Pkg() == nil:
	case fn.Pkg().Path() == "strings" && passOn[fn.Name()] && len(common.Args) > 0:
		return t.From(common.Args[0])
	case ssaflow.Calls(common, "fmt", "Sprint"), ssaflow.Calls(common, "fmt", "Sprintln"):
		return textsAmong(t, common.Args[0])
	case ssaflow.Calls(common, "fmt", "Sprintf"):
		return textsAmong(t, common.Args[1])
	case ssaflow.Calls(common, "strings", "Join"):
		var errs []ssa.Value
		for text := range ssaflow.Variadic(common.Args[0]) {
			errs = append(errs, t.From(text)...)
		}
		return errs
	}
	return nil
}

// textsAmong returns the errors, and those whose texts stand, among the arguments of a variadic function.
func textsAmong(t *ssaflow.Backward[[]ssa.Value], args ssa.Value) []ssa.Value {
	var errs []ssa.Value
	for v := range ssaflow.Variadic(args) {
		switch v := v.(type) {
		case *ssa.ChangeInterface:
			if awssdk.IsError(v.X.Type()) {
				errs = append(errs, v.X)
			}
		case *ssa.MakeInterface:
			errs = append(errs, t.From(v.X)...)
		}
	}
	return errs
}

// Outer returns the error of the SDK that v is taken out of, opErr for opErr.Err and opErr.Unwrap(), nil where v
// is nothing like that.
func Outer(v ssa.Value) ssa.Value {
	outer := func(v ssa.Value) ssa.Value {
		if !IsGeneral(v.Type()) {
			return nil
		}
		return v
	}
	switch v := v.(type) {
	case *ssa.Call:
		if fn := v.Call.StaticCallee(); fn != nil && fn.Name() == "Unwrap" && len(v.Call.Args) == 1 {
			return outer(v.Call.Args[0])
		}
	case *ssa.UnOp:
		if f, of := ssaflow.LoadedField(v); f != nil && f.Name() == "Err" {
			return outer(of)
		}
	}
	return nil
}

// carried returns the error that v, an error of the SDK that can stand for any failure, was unwrapped
// from: the text of v says no less. It is v itself where that came from elsewhere as what it is.
func (s *Set) carried(v ssa.Value) []ssa.Value {
	if !IsGeneral(v.Type()) {
		return nil
	}
	variable := s.program().VariableOf(v)
	for _, m := range s.Matches() {
		if m.Found != nil && s.program().VariableOf(m.Found) == variable {
			return []ssa.Value{m.Err}
		}
	}
	return []ssa.Value{v}
}

// IsGeneral reports whether t is an error type of the SDK that is not one of a service: it says
// that something went wrong, and only its content says what.
func IsGeneral(t types.Type) bool {
	name := awssdk.TypeName(t)
	return name != nil && name.Pkg() != nil && general[name.Pkg().Path()+"."+name.Name()]
}

var general = map[string]bool{
	awspath.Smithy + ".APIError":          true,
	awspath.Smithy + ".GenericAPIError":   true,
	awspath.Smithy + ".OperationError":    true,
	awspath.SmithyHTTP + ".ResponseError": true,
	awspath.HTTP + ".ResponseError":       true,
	awspath.AWSErr + ".Error":             true,
	awspath.AWSErr + ".RequestFailure":    true,
}
