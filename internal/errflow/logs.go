package errflow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// anyInstr reports whether f holds for an instruction of fn.
func anyInstr(fn *ssa.Function, f func(ssa.Instruction) bool) bool {
	return slices.ContainsFunc(ssaflow.BlocksOf(fn), func(b *ssa.BasicBlock) bool { return slices.ContainsFunc(b.Instrs, f) })
}

// anyCall reports whether f holds for a call in fn.
func anyCall(fn *ssa.Function, f func(*ssa.CallCommon) bool) bool {
	return anyInstr(fn, func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return ok && f(call.Common())
	})
}

// Logs reports whether the function that s calls logs each error that it returns, so that its
// callers need not.
func (p *Package) Logs(s *Site) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := s.Instr.Common()
	if c.IsInvoke() {
		return p.logsBehind(c)
	}
	fn := c.StaticCallee()
	if fn == nil {
		return false
	}
	if body := p.Body(fn); p.Local(body) {
		return p.logs(body)
	}
	var r Result
	obj := ssaflow.Declared(fn)
	return obj != nil && p.importFact != nil && p.importFact(obj, &r) && r.Logs
}

// logsBehind reports whether all functions that are known to be behind the method of an interface log
// each error that they return, and there is one.
func (p *Package) logsBehind(c *ssa.CallCommon) bool {
	m, found := p.behindOf(c)
	if found && !m.Logs {
		return false
	}
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	for _, fn := range p.Implementations(c.Method.Name()) {
		if ok && isBehind(fn, iface) && p.resultOf(fn, fn.Signature.Results().Len()-1).AWS() {
			if found = true; !p.logs(fn) {
				return false
			}
		}
	}
	return found
}

// logs reports whether fn logs each error that it returns. A function that calls itself does not.
func (p *Package) logs(fn *ssa.Function) bool {
	if known, ok := p.logging[fn]; ok {
		return known
	}
	p.logging[fn] = false
	all := p.logsAll(fn)
	p.logging[fn] = all
	return all
}

func (p *Package) logsAll(fn *ssa.Function) bool {
	if anyInstr(fn, logsWhenDone) {
		return true
	}
	logged, done := false, false
	for _, ret := range ssaflow.Returns(fn) {
		if ret.Block() == fn.Recover {
			continue // a panic is another matter
		}
		for v, at := range returned(ret) {
			switch {
			case p.logged(v, at):
				logged = true
			case whenDone(v, at):
				done = true
			default:
				return false
			}
		}
	}
	return logged || done && anyInstr(fn, logsError)
}

// whenDone reports whether v, an error that is decided in at, is returned only because a context has
// ended: it says nothing that the program does not know.
func whenDone(v ssa.Value, at *ssa.BasicBlock) bool {
	if isContextErr(v) {
		return true
	}
	return anyInstr(at.Parent(), func(instr ssa.Instruction) bool {
		call, ok := instr.(*ssa.Call)
		return ok && isContextErr(call) && ssaflow.DominatedByAny(at, ssaflow.NonNil(call))
	})
}

// isContextErr reports whether v is ctx.Err().
func isContextErr(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssaflow.Callee(call.Common())
	return fn != nil && fn.FullName() == "(context.Context).Err"
}

// returned returns the errors that ret returns and that may not be nil there, each with the block in
// which it is decided.
func returned(ret *ssa.Return) map[ssa.Value]*ssa.BasicBlock {
	errs := make(map[ssa.Value]*ssa.BasicBlock)
	var add func(v ssa.Value, at *ssa.BasicBlock)
	add = func(v ssa.Value, at *ssa.BasicBlock) {
		if _, seen := errs[v]; seen || ssaflow.IsNil(v) || ssaflow.DominatedByAny(at, ssaflow.Nil(v)) {
			return
		}
		phi, ok := v.(*ssa.Phi)
		if !ok {
			errs[v] = at
			return
		}
		errs[v] = nil
		for i, edge := range phi.Edges {
			if pred := phi.Block().Preds[i]; !ssaflow.NilAlong(edge, pred, phi.Block()) {
				add(edge, pred)
			}
		}
	}
	if results, block := ssaflow.Returned(ret); len(results) > 0 {
		add(results[len(results)-1], block)
	}
	for v, at := range errs {
		if at == nil {
			delete(errs, v)
		}
	}
	return errs
}

// logged reports whether an error is logged on every path to at, or by the function that returned v.
func (p *Package) logged(v ssa.Value, at *ssa.BasicBlock) bool {
	if call, _ := ssaflow.Call(v); call != nil {
		if inner := call.Call.StaticCallee(); inner != nil && p.logs(inner) {
			return true
		}
	}
	if collected(v) {
		return collectsLogged(at.Parent())
	}
	failed := ssaflow.NonNil(v)
	return slices.ContainsFunc(at.Parent().Blocks, func(b *ssa.BasicBlock) bool {
		// It is nil where it does not pass through the branch for errors.
		return (b.Dominates(at) || slices.Contains(failed, b)) && slices.ContainsFunc(b.Instrs, logsError)
	})
}

// logsError reports whether instr logs an error.
func logsError(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssaflow.Callee(call.Common())
	return fn != nil && knowledge.MayLog(fn) && slices.ContainsFunc(operands(call.Common()), func(v ssa.Value) bool { return tellsOf(v, 0) })
}

// logsWhenDone reports whether instr defers a function literal that logs an error.
func logsWhenDone(instr ssa.Instruction) bool {
	deferred, ok := instr.(*ssa.Defer)
	if !ok {
		return false
	}
	fn := deferred.Call.StaticCallee()
	return fn != nil && fn.Parent() != nil && anyInstr(fn, logsError)
}

// operands returns the arguments of c and its receiver.
func operands(c *ssa.CallCommon) []ssa.Value {
	if c.IsInvoke() {
		return append([]ssa.Value{c.Value}, c.Args...)
	}
	return c.Args
}

// tellsOf reports whether v is an error, or made of one: zap.Error(err), err.Error(), log.WithError(err).
func tellsOf(v ssa.Value, depth int) bool {
	if depth > maxDepth {
		return false
	}
	if awssdk.IsErrorType(v.Type()) {
		return true
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return tellsOf(v.X, depth+1)
	case *ssa.ChangeInterface:
		return tellsOf(v.X, depth+1)
	case *ssa.Call:
		return slices.ContainsFunc(operands(v.Common()), func(arg ssa.Value) bool { return tellsOf(arg, depth+1) })
	case *ssa.Slice:
		for elem := range ssaflow.Variadic(v) {
			if tellsOf(elem, depth+1) {
				return true
			}
		}
	}
	return false
}
