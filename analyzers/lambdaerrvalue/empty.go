package lambdaerrvalue

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// empty reports whether the error v is certain to be encoded as {}, wherever it comes from.
func (c *checker) empty(v ssa.Value) bool {
	known := false
	for _, made := range c.pass.Responses.Made(v) {
		switch made := made.(type) {
		case *ssa.Const: // nil
		case *ssa.MakeInterface:
			if !isEmpty(made.X.Type()) {
				return false
			}
			known = true
		case *ssa.Call:
			fn := ssaflow.Callee(made.Common())
			if fn == nil || !makers[fn.FullName()] {
				return false
			}
			known = true
		default:
			return isEmpty(made.Type())
		}
	}
	return known
}

// makers make errors without exported fields.
var makers = map[string]bool{"errors.New": true, "fmt.Errorf": true, "errors.Join": true}

// hasJSON reports whether the error v can have a JSON of its own: it is of a type that has, or it
// comes from a function that validates something, as such errors often do.
func (c *checker) hasJSON(v ssa.Value) bool {
	for _, made := range c.pass.Responses.Made(v) {
		switch made := made.(type) {
		case *ssa.MakeInterface:
			if !isEmpty(made.X.Type()) {
				return true
			}
		case *ssa.Call:
			if fn := ssaflow.Callee(made.Common()); fn != nil && fn.Pkg() != nil && strings.Contains(strings.ToLower(fn.FullName()), "valid") {
				return true
			}
		}
	}
	return false
}

// hasFields reports whether the error v comes from the standard library, most of whose errors have
// exported fields that say little.
func (c *checker) hasFields(v ssa.Value) bool {
	return slices.ContainsFunc(c.pass.Responses.Made(v), func(made ssa.Value) bool {
		call, ok := made.(*ssa.Call)
		if !ok {
			return false
		}
		fn := ssaflow.Callee(call.Common())
		if fn == nil || fn.Pkg() == nil || makers[fn.FullName()] {
			return false
		}
		return fn.Pkg() != c.pass.Pkg && knowledge.IsStd(fn.Pkg().Path())
	})
}

// isEmpty reports whether encoding/json encodes a value of the error type t, which is no
// interface, as {}.
func isEmpty(t types.Type) bool {
	if types.IsInterface(t) {
		return false
	}
	for _, method := range []string{"MarshalJSON", "MarshalText"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, false, nil, method); obj != nil {
			return false
		}
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	return ok && !hasFields(s)
}

// hasFields reports whether encoding/json finds a field in s, or in a struct that it embeds.
func hasFields(s *types.Struct) bool {
	for i := range s.NumFields() {
		if isEncoded(s, i) {
			return true
		}
		if f := s.Field(i); f.Embedded() {
			t := f.Type()
			if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if inner, ok := t.Underlying().(*types.Struct); ok && hasFields(inner) {
				return true
			}
		}
	}
	return false
}
