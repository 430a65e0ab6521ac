package discarded

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// mayBeCompared reports whether callers of the function around site may compare the error that it
// returns by == or assert its type: errors.Join, as every wrap, would hide it from them.
func mayBeCompared(flow *errflow.Package, site *errflow.Site) bool {
	fn := site.Instr.Parent()
	return slices.ContainsFunc(ssaflow.Returns(fn), returnsSentinel) || asked(flow, fn, 0, compares)
}

// compares reports whether instr compares an error with another one, or asserts its type.
func compares(instr ssa.Instruction, _ ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp:
		return !ssaflow.ComparesNil(instr)
	case *ssa.TypeAssert:
		return true
	}
	return false
}

// mayBeTyped reports whether the error that the function around site returns has a type of the
// program, or callers look for its type: to them it may mean that all is well, whatever is joined.
func mayBeTyped(flow *errflow.Package, site *errflow.Site) bool {
	fn := site.Instr.Parent()
	return slices.ContainsFunc(ssaflow.Returns(fn), returnsOwn) || asked(flow, fn, 0, looksForType)
}

// returnsOwn reports whether ret returns an error of a type that the program declares.
func returnsOwn(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	made, ok := ret.Results[len(ret.Results)-1].(*ssa.MakeInterface)
	if !ok {
		return false
	}
	t := made.X.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() == ret.Parent().Pkg.Pkg
}

// looksForType reports whether instr calls errors.As or errors.AsType with v.
func looksForType(instr ssa.Instruction, v ssa.Value) bool {
	call, ok := instr.(*ssa.Call)
	if !ok || len(call.Call.Args) == 0 || call.Call.Args[0] != v {
		return false
	}
	fn := ssaflow.Callee(call.Common())
	return fn != nil && fn.Pkg() != nil && knowledge.HasStdAs(fn.Pkg().Path()) && (fn.Name() == "As" || fn.Name() == "AsType")
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

// asked reports whether is holds for a use of the error of fn in a caller of the package, or of one
// that only passes it on. depth is that of the callers followed.
func asked(flow *errflow.Package, fn *ssa.Function, depth int, is func(ssa.Instruction, ssa.Value) bool) bool {
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
		w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Interfaces | ssaflow.Locals, Use: func(instr ssa.Instruction, v ssa.Value) bool {
			if ret, ok := instr.(*ssa.Return); ok {
				return asked(flow, ret.Parent(), depth+1, is)
			}
			return is(instr, v)
		}}
		return w.Any(err)
	})
}
