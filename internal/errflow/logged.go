package errflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Logged reports whether each of the errors errs is noted for the people who run the program wherever the block b is reached:
// on the way to it, by the function that returned the error, or, where callers pass it, by all of them.
func (p *Package) Logged(errs []ssa.Value, b *ssa.BasicBlock) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return !slices.ContainsFunc(errs, func(v ssa.Value) bool { return !p.noted(v, b, nil) })
}

// noted is Logged for an error that callers pass for the last of params, if there is one.
func (p *Package) noted(v ssa.Value, b *ssa.BasicBlock, params []*ssa.Parameter) bool {
	failed := ssaflow.NonNil(v)
	for _, on := range b.Parent().Blocks {
		if (on.Dominates(b) || slices.Contains(failed, on)) && slices.ContainsFunc(on.Instrs, notes) {
			return true
		}
	}
	if p.Program == nil {
		return false // errors of AWS do not come to the package
	}
	if call, _ := ssaflow.Call(v); call != nil {
		return p.logsInside(call)
	}
	param, ok := v.(*ssa.Parameter)
	if !ok || slices.Contains(params, param) {
		return false
	}
	callers, i := p.Callers(param.Parent()), ssaflow.Argument(param)
	return len(callers) > 0 && !slices.ContainsFunc(callers, func(caller ssa.CallInstruction) bool {
		args := ssaflow.Arguments(caller.Common())
		return i >= len(args) || !p.noted(args[i], caller.Block(), append(params, param))
	})
}

// logsInside reports whether the function that is called logs each error that it returns.
func (p *Package) logsInside(call *ssa.Call) bool {
	if fn := call.Call.StaticCallee(); fn != nil && p.Local(p.Body(fn)) {
		return p.logs(p.Body(fn))
	}
	var r Result
	fn := ssaflow.Callee(call.Common())
	return fn != nil && p.importFact != nil && p.importFact(fn.Origin(), &r) && r.Logs
}

// LogsText reports whether the function of param, a text, logs it.
func LogsText(param *ssa.Parameter) bool {
	is := func(v ssa.Value) bool { return ssaflow.Bare(v) == ssa.Value(param) }
	return anyCall(param.Parent(), func(c *ssa.CallCommon) bool {
		fn := ssaflow.Callee(c)
		return fn != nil && knowledge.MayLog(fn) && !slices.ContainsFunc(operands(c), responds) && slices.ContainsFunc(operands(c), func(v ssa.Value) bool {
			return is(v) || slices.ContainsFunc(slices.Collect(ssaflow.Variadic(v)), is)
		})
	})
}

// responds reports whether what is given v may send something to an HTTP client. As a mere context, v may only be logged with.
func responds(v ssa.Value) bool {
	return !awssdk.IsContext(v.Type()) && knowledge.Responds(ssaflow.Bare(v).Type())
}

// notes reports whether instr logs an error, or notes it in a trace, and shows it to no client.
func notes(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return logsWhenDone(instr)
	}
	fn, given := ssaflow.Callee(call.Common()), operands(call.Common())
	if fn == nil || !slices.ContainsFunc(given, func(v ssa.Value) bool { return tellsOf(v, 0) }) {
		return false
	}
	logs := knowledge.MayLog(fn) || knowledge.Traces(fn) || logsItself(call.Call.StaticCallee())
	return knowledge.KeepsForLog(fn) || logs && !slices.ContainsFunc(given, responds)
}

// logsItself reports whether fn is a function of the package that logs an error or notes it in a trace: logError(err).
func logsItself(fn *ssa.Function) bool {
	return fn != nil && anyInstr(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && call.Call.StaticCallee() != fn && logsError(call)
	})
}
