package errflow

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// mayExit reports whether the call c could fail to return, so that nothing below it
// runs. Of a function that cannot be looked into, only its name can tell that it
// returns. depth is that of the calls followed.
func mayExit(c *ssa.CallCommon, depth int) bool {
	if _, ok := c.Value.(*ssa.Builtin); ok {
		return false
	}
	if fn := c.StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
		return depth > 5 || slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
			if len(b.Succs) == 0 {
				if _, ok := ssaflow.Last(b).(*ssa.Return); !ok {
					return true
				}
			}
			return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
				call, ok := instr.(*ssa.Call)
				return ok && mayExit(call.Common(), depth+1)
			})
		})
	}
	fn := ssaflow.Callee(c)
	switch {
	case fn == nil:
		return true
	case fn.Pkg() == nil || isStd(fn.Pkg().Path()) || awspath.IsSDK(fn.Pkg().Path()):
		return ssaflow.NeverReturns(fn)
	}
	return !slices.ContainsFunc(returning, func(prefix string) bool { return strings.HasPrefix(fn.Name(), prefix) })
}

// returning are what the names of functions begin with that log, or that make errors.
var returning = []string{
	"Print", "Sprint", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Err", "Msg", "Send", "With", "Wrap", "New",
	"Add", "Inc", "Set", "Record", "Observe", "Event",
}
