package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// callee returns the declared function or method that c calls, that of the
// interface for a dynamic call, and nil for a call of a function value.
func callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	switch v := c.Value.(type) {
	case *ssa.Function:
		return declared(v)
	case *ssa.MakeClosure:
		return declared(v.Fn.(*ssa.Function))
	}
	return nil
}

// declared returns the function or method that fn is the body, an instance or a
// wrapper of, nil for a function literal.
func declared(fn *ssa.Function) *types.Func {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}
