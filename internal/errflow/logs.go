package errflow

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// mayLog reports whether fn, or a function of the package that it calls, could log an
// error that it returns, too. depth is that of the calls followed.
func mayLog(fn *ssa.Function, depth int) bool {
	if fn == nil || len(fn.Blocks) == 0 || depth > 5 {
		return true // who knows
	}
	return slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				return false
			}
			c := call.Common()
			if inner := c.StaticCallee(); inner != nil && len(inner.Blocks) > 0 {
				return inner != fn && mayLog(inner, depth+1)
			}
			obj := ssaflow.Callee(c)
			if obj == nil || obj.Pkg() == nil {
				return false
			}
			return obj.Pkg().Path() == "fmt" && strings.Contains(obj.Name(), "rint") && !strings.HasPrefix(obj.Name(), "S") ||
				obj.Signature().Results().Len() == 0 && slices.ContainsFunc(loggers, func(prefix string) bool { return strings.HasPrefix(obj.Name(), prefix) })
		})
	})
}

// loggers are what the names of functions begin with that log, and return nothing.
var loggers = []string{"Print", "Log", "Trace", "Debug", "Info", "Notice", "Warn", "Error", "Msg", "Send"}
