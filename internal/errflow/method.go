package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// SDKMethod returns the method of the SDK that c calls on v, an output or what an output holds. It
// returns nil where c does something else with v.
func SDKMethod(c *ssa.CallCommon, v ssa.Value) *types.Func {
	fn := ssaflow.Callee(c)
	switch {
	case fn == nil || fn.Pkg() == nil || !awspath.IsSDK(fn.Pkg().Path()):
	case c.IsInvoke() && c.Value == v:
		return fn
	case !c.IsInvoke() && fn.Signature().Recv() != nil && c.Args[0] == v:
		return fn
	}
	return nil
}
