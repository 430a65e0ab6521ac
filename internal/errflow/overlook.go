package errflow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Overlooks reports whether nothing reads one of failures, which the output of s
// tells of. Where the output leaves what can be seen, something could: it is
// returned, stored, or passed to a function whose body is elsewhere.
func (s *Site) Overlooks(failures []awssdk.Failure) bool {
	if s.Output == nil {
		return true
	}
	w := watcher{failures: failures, seen: make(map[ssa.Value]bool)}
	return !w.output(s.Output)
}

// OutputTaken reports whether the program does anything with the output of the call.
func (s *Site) OutputTaken() bool {
	return s.Output != nil && ssaflow.Used(s.Output)
}

// A watcher follows an output through the functions of a package. Its methods report
// whether a failure is read, or could be, by what refers to a value.
type watcher struct {
	failures []awssdk.Failure
	seen     map[ssa.Value]bool
}

// visited reports whether v was followed before; no need to do so twice.
func (w *watcher) visited(v ssa.Value) bool {
	before := w.seen[v]
	w.seen[v] = true
	return before
}

// output follows v, which is the output.
func (w *watcher) output(v ssa.Value) bool {
	if w.visited(v) {
		return false
	}
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp: // a comparison with nil
			return false
		case *ssa.Phi:
			return w.output(ref)
		case *ssa.ChangeType:
			return w.output(ref)
		case *ssa.FieldAddr:
			return w.member(ref)
		case *ssa.Store:
			local, ok := ref.Addr.(*ssa.Alloc)
			return !ok || ref.Val != v || w.variable(local)
		case ssa.CallInstruction:
			return w.argument(ref.Common(), v)
		}
		return true
	})
}

// variable follows the variable at addr, which holds the output. Closures share it.
func (w *watcher) variable(addr ssa.Value) bool {
	if w.visited(addr) {
		return false
	}
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.Store:
			return ref.Val == addr
		case *ssa.UnOp:
			return ref.Op != token.MUL || w.output(ref)
		case *ssa.MakeClosure:
			for i, binding := range ref.Bindings {
				if binding == addr && w.variable(ref.Fn.(*ssa.Function).FreeVars[i]) {
					return true
				}
			}
			return false
		}
		return true
	})
}

// argument follows the output v into the function that c calls.
func (w *watcher) argument(c *ssa.CallCommon, v ssa.Value) bool {
	fn := c.StaticCallee()
	if fn == nil || len(fn.Blocks) == 0 || len(fn.Params) != len(c.Args) {
		return true
	}
	for i, arg := range c.Args {
		if arg == v && w.output(fn.Params[i]) {
			return true
		}
	}
	return false
}

// member follows the member of the output at addr.
func (w *watcher) member(addr *ssa.FieldAddr) bool {
	field := ssaflow.FieldOf(addr.X.Type(), addr.Field)
	if field == nil {
		return true
	}
	var codes []string
	missing := false
	for _, f := range w.failures {
		missing = missing || f.Missing
		if f.Member != field.Name() {
			continue
		}
		if len(f.Codes) == 0 {
			return anyLoad(addr, ssaflow.Used)
		}
		codes = f.Codes
	}
	_, list := field.Type().Underlying().(*types.Slice)
	_, table := field.Type().Underlying().(*types.Map)
	if !list && !table {
		return false // what says that the call was made, such as a request's id
	}
	return anyLoad(addr, func(v ssa.Value) bool {
		return counted(v, missing) || codes != nil && w.elements(v, codes)
	})
}

// anyLoad reports whether f holds for a value that is loaded from addr. What else
// happens to the address could be anything.
func anyLoad(addr ssa.Value, f func(ssa.Value) bool) bool {
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.UnOp:
			return f(ref)
		}
		return true
	})
}

// counted reports whether the list v, of what went well, is compared with nil or its
// length with what was expected. Printing it does not count, and a loop over it counts
// only if loops is set.
func counted(v ssa.Value, loops bool) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			return true
		case *ssa.Call:
			if b, ok := ref.Call.Value.(*ssa.Builtin); ok && b.Name() == "len" {
				return slices.ContainsFunc(*ref.Referrers(), func(ref ssa.Instruction) bool { return comparesLength(ref, loops) })
			}
		}
		return false
	})
}

// comparesLength reports whether ref, which refers to the length of a list, may
// compare it with what was expected.
func comparesLength(ref ssa.Instruction, loops bool) bool {
	switch ref := ref.(type) {
	case *ssa.DebugRef, *ssa.MakeInterface: // printed
		return false
	case *ssa.MakeSlice, *ssa.MakeMap: // memory for as many
		return false
	case *ssa.BinOp:
		return loops || ref.Op != token.LSS || !isIndex(ref.X)
	}
	return true
}

// isIndex reports whether v is the variable that counts the rounds of a loop.
func isIndex(v ssa.Value) bool {
	if add, ok := v.(*ssa.BinOp); ok && add.Op == token.ADD {
		v = add.X
	}
	_, ok := v.(*ssa.Phi)
	return ok
}
