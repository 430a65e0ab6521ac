package lambdaerrvalue

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// empty reports whether the error v is certain to be encoded as {}, wherever it comes from.
func (c *checker) empty(v ssa.Value) bool {
	known := false
	for _, made := range c.Responses.Made(v) {
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

// hasJSON reports whether the error v can have a JSON of its own: it is of a type that has, or it comes from a function that validates something, as
// such errors often do.
func (c *checker) hasJSON(v ssa.Value) bool {
	return slices.ContainsFunc(c.Responses.Made(v), func(made ssa.Value) bool {
		switch made := made.(type) {
		case *ssa.MakeInterface:
			return !isEmpty(made.X.Type())
		case *ssa.Call:
			fn := ssaflow.Callee(made.Common())
			return fn != nil && fn.Pkg() != nil && strings.Contains(strings.ToLower(fn.FullName()), "valid")
		}
		return false
	})
}

// hasFields reports whether the error v comes from the standard library, most of whose errors have exported fields that say little.
func (c *checker) hasFields(v ssa.Value) bool {
	return slices.ContainsFunc(c.Responses.Made(v), func(made ssa.Value) bool {
		call, ok := made.(*ssa.Call)
		if !ok {
			return false
		}
		fn := ssaflow.Callee(call.Common())
		return fn != nil && fn.Pkg() != nil && !makers[fn.FullName()] && fn.Pkg() != c.Pkg && knowledge.IsStd(fn.Pkg().Path())
	})
}

// isEmpty reports whether encoding/json encodes a value of the error type t, which is no interface, as {}.
func isEmpty(t types.Type) bool {
	if types.IsInterface(t) {
		return false
	}
	for _, method := range []string{"MarshalJSON", "MarshalText"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, false, nil, method); obj != nil {
			return false
		}
	}
	s := awssdk.Struct(t)
	return s != nil && !hasFields(s)
}

// hasFields reports whether encoding/json finds a field in s, or in a struct that it embeds.
func hasFields(s *types.Struct) bool {
	for i := range s.NumFields() {
		if isEncoded(s, i) {
			return true
		}
		if f := s.Field(i); f.Embedded() {
			if inner := awssdk.Struct(f.Type()); inner != nil && hasFields(inner) {
				return true
			}
		}
	}
	return false
}

// isEncoded reports whether encoding/json looks at the i-th field of s.
func isEncoded(s *types.Struct, i int) bool {
	return s.Field(i).Exported() && reflect.StructTag(s.Tag(i)).Get("json") != "-"
}
