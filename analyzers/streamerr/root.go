package streamerr

import (
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A root is where a package gets an event stream, or an output that holds one.
type root struct {
	value ssa.Value
	op    *awssdk.Operation

	// foreign says that others have had it before, or get it later: they may look at its error when the
	// package does not read it to its end.
	foreign bool
}

// rootsOf returns the outputs of the operations that the package calls, what other functions give it, and what
// the callers of its functions hand in.
func rootsOf(flow *errflow.Package) []root {
	var roots []root
	for _, site := range flow.Sites {
		if site.Op.Form == awssdk.Client && site.Op.Generation == 2 && site.Output != nil {
			roots = append(roots, root{site.Output, site.Op, false})
		}
	}
	if flow.Program == nil {
		return roots
	}
	flow.Instrs(func(instr ssa.Instruction) {
		if call, ok := instr.(*ssa.Call); ok && flow.At(call) == nil && !callsSDK(call.Common()) {
			roots = append(roots, returned(call)...)
		}
	})
	for _, fn := range flow.Funcs {
		if awssdk.EndsWithError(fn.Signature) && flow.CalledElsewhere(fn) && len(flow.Callers(fn)) == 0 {
			for _, param := range fn.Params {
				if op := awssdk.StreamOperation(param.Type()); op != nil {
					roots = append(roots, root{param, op, true})
				}
			}
		}
	}
	return roots
}

func callsSDK(c *ssa.CallCommon) bool {
	fn := ssaflow.Callee(c)
	return fn != nil && fn.Pkg() != nil && awspath.IsSDK(fn.Pkg().Path())
}

// returned returns the event streams among the results of call.
func returned(call *ssa.Call) []root {
	var roots []root
	results := call.Call.Signature().Results()
	for i := range results.Len() {
		op := awssdk.StreamOperation(results.At(i).Type())
		if op == nil {
			continue
		}
		value := ssa.Value(call)
		if results.Len() > 1 {
			value = ssaflow.Result(call, i)
		}
		if value != nil {
			roots = append(roots, root{value, op, true})
		}
	}
	return roots
}
