package lambdaerrvalue

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// empty reports whether the error v is certain to be encoded as {}, wherever it comes from.
func (c *checker) empty(v ssa.Value) bool {
	known := false
	for _, made := range c.Responses.Made(v) {
		switch made := made.(type) {
		case *ssa.Const: // nil
		case *ssa.MakeInterface:
			if !lambdaresp.IsEmpty(made.X.Type()) {
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
			return lambdaresp.IsEmpty(made.Type())
		}
	}
	return known
}

// makers make errors without exported fields.
var makers = map[string]bool{"errors.New": true, "fmt.Errorf": true, "errors.Join": true}

// hasJSON reports whether the error v can have a JSON of its own: it is of a type that has, or it
// comes from a function that validates something, as such errors often do.
func (c *checker) hasJSON(v ssa.Value) bool {
	return slices.ContainsFunc(c.Responses.Made(v), func(made ssa.Value) bool {
		switch made := made.(type) {
		case *ssa.MakeInterface:
			return !lambdaresp.IsEmpty(made.X.Type())
		case *ssa.Call:
			fn := ssaflow.Callee(made.Common())
			return fn != nil && fn.Pkg() != nil && strings.Contains(strings.ToLower(fn.FullName()), "valid")
		}
		return false
	})
}

// hasFields reports whether the error v comes from the standard library, most of whose errors have
// exported fields that say little.
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

// returned reports whether the error v comes from calls of functions of other packages.
func (c *checker) returned(v ssa.Value) bool {
	for _, made := range c.Responses.Made(v) {
		call, ok := made.(*ssa.Call)
		if !ok || call.Call.IsInvoke() {
			return false
		}
		if fn := ssaflow.Callee(call.Common()); fn == nil || fn.Pkg() == nil || fn.Pkg() == c.Pkg {
			return false
		}
	}
	return true
}

// known reports whether the error v is certain to be encoded as no more than the fields of an error of AWS or of the
// standard library.
func (c *checker) known(v ssa.Value) bool {
	o := c.Flow.Origins(v)
	return c.empty(v) || c.hasFields(v) || o.AWS() && !o.Unknown
}
