package lambdadrop

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// errorOf returns the error that call returns, nil if the program does not use it.
func (f *Finder) errorOf(call *ast.CallExpr) ssa.Value {
	v := f.calls()[call]
	if v == nil {
		return nil
	}
	if n := v.Call.Signature().Results().Len(); n > 1 {
		return ssaflow.Result(v, n-1)
	}
	return v
}

// isKept reports whether the program does more with the error v than compare it with nil and log it. For which words it is
// asked which error it is, in the branch b, does not count. b may be nil.
func (f *Finder) isKept(v ssa.Value, b *Branch) bool {
	w := &ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Conversions | ssaflow.Interfaces | ssaflow.Boxes | ssaflow.Slices | ssaflow.Assertions}
	w.Use = func(instr ssa.Instruction, v ssa.Value) bool {
		if b != nil && b.forWords(instr, v) {
			return false
		}
		switch instr := instr.(type) {
		case *ssa.BinOp:
			return !ssaflow.ComparesNil(instr)
		case *ssa.Store:
			return instr.Val == v && f.isRead(w, instr)
		case *ssa.Call:
			return !isLogging(instr.Common()) || w.Any(instr)
		case *ssa.Defer:
			return !isLogging(instr.Common())
		case *ssa.Extract, *ssa.UnOp:
			return w.Any(instr.(ssa.Value))
		}
		return true
	}
	return w.Any(v)
}

// isRead reports whether the error that the store stores is kept by who reads the variable, or the list of
// arguments, before another one is stored.
func (f *Finder) isRead(w *ssaflow.Forward, store *ssa.Store) bool {
	switch addr := store.Addr.(type) {
	case *ssa.IndexAddr:
		list, ok := addr.X.(*ssa.Alloc)
		return !ok || slices.ContainsFunc(*list.Referrers(), func(ref ssa.Instruction) bool {
			args, ok := ref.(*ssa.Slice) // of a variadic call
			return ok && w.Any(args)
		})
	case *ssa.Alloc:
		reached := ssaflow.Reachable(store, func(instr ssa.Instruction) bool {
			other, ok := instr.(*ssa.Store)
			return ok && other.Addr == addr
		})
		return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
			switch ref := ref.(type) {
			case *ssa.Store, *ssa.DebugRef:
				return false
			case *ssa.UnOp:
				return reached[ref] && w.Any(ref)
			case *ssa.MakeClosure:
				return f.isReadIn(w, ref, addr)
			}
			return true
		})
	}
	return true
}

// isReadIn reports whether the closure, which captures the variable at addr, keeps the error in it.
func (f *Finder) isReadIn(w *ssaflow.Forward, closure *ssa.MakeClosure, addr ssa.Value) bool {
	fn := closure.Fn.(*ssa.Function)
	for i, bound := range closure.Bindings {
		if bound == addr && slices.ContainsFunc(*fn.FreeVars[i].Referrers(), func(ref ssa.Instruction) bool {
			switch ref := ref.(type) {
			case *ssa.Store, *ssa.DebugRef:
				return false
			case *ssa.UnOp:
				return w.Any(ref)
			}
			return true
		}) {
			return true
		}
	}
	return false
}

// isLogging reports whether c logs, or makes what is logged.
func isLogging(c *ssa.CallCommon) bool {
	fn := ssaflow.Callee(c)
	return fn != nil && (knowledge.PreparesLog(fn) || knowledge.Traces(fn))
}

// onlyForLog reports whether what call returns besides the error is only logged, as the JSON of a record.
func (f *Finder) onlyForLog(call *ast.CallExpr) bool {
	v := f.calls()[call]
	results := v.Call.Signature().Results().Len()
	for i := range results - 1 {
		if result := ssaflow.Result(v, i); result == nil || !ssaflow.Used(result) || f.isKept(result, nil) {
			return false
		}
	}
	return results > 1
}
