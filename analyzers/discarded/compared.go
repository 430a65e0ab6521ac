package discarded

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// mayBeCompared reports whether callers of the function around site may compare the error that it
// returns by == or assert its type: errors.Join, as every wrap, would hide it from them.
func mayBeCompared(flow *errflow.Package, site *errflow.Site) bool {
	fn := site.Instr.Parent()
	return slices.ContainsFunc(ssaflow.Returns(fn), returnsSentinel) || compared(flow, fn, 0)
}

// returnsSentinel reports whether ret returns an error that is a variable of a package, as it is.
func returnsSentinel(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	seen := make(map[ssa.Value]bool)
	var is func(v ssa.Value) bool
	is = func(v ssa.Value) bool {
		if seen[v] {
			return false
		}
		seen[v] = true
		switch v := v.(type) {
		case *ssa.Phi:
			return slices.ContainsFunc(v.Edges, is)
		case *ssa.UnOp:
			switch addr := v.X.(type) {
			case *ssa.Global:
				return v.Op == token.MUL
			case *ssa.Alloc: // a named result that a deferred closure sees
				for stored := range ssaflow.StoredAt(addr) {
					if is(stored) {
						return true
					}
				}
			}
		}
		return false
	}
	return is(ret.Results[len(ret.Results)-1])
}

// compared reports whether a caller of fn in the package compares its error or asserts its type, or
// a caller of one that only passes it on. depth is that of the callers followed.
func compared(flow *errflow.Package, fn *ssa.Function, depth int) bool {
	return depth < 3 && slices.ContainsFunc(flow.Callers(fn), func(call ssa.CallInstruction) bool {
		v := call.Value()
		if v == nil {
			return false
		}
		var err ssa.Value = v
		if n := call.Common().Signature().Results().Len(); n > 1 {
			err = ssaflow.Result(v, n-1)
		}
		if err == nil {
			return false
		}
		w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Interfaces | ssaflow.Locals, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
			switch instr := instr.(type) {
			case *ssa.BinOp:
				return !ssaflow.ComparesNil(instr)
			case *ssa.TypeAssert:
				return true
			case *ssa.Return:
				return compared(flow, instr.Parent(), depth+1)
			}
			return false
		}}
		return w.Any(err)
	})
}
