package ssaflow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Forward is a walk from values to what is done with them. It follows no value twice, so one is
// for questions that belong together.
type Forward struct {
	// Follow are the steps to take: Phis, Conversions, Interfaces, Boxes, Assertions, Slices, Locals, Params, and
	// Channels, from a channel to what is received.
	Follow Steps

	// Closures says to follow a local variable into the functions that capture it. Otherwise that is a use.
	Closures bool

	// Use is asked of each instruction that does something with v that is no step to follow, debug
	// references aside. v is the value, a copy of it, or the address of a variable that holds one.
	// The walk ends where Use returns true.
	Use func(instr ssa.Instruction, v ssa.Value) bool

	seen map[ssa.Value]bool
}

// Any reports whether Use holds for one of the uses of v and its copies.
func (w *Forward) Any(v ssa.Value) bool {
	if w.visited(v) {
		return false
	}
	refs := v.Referrers()
	return refs != nil && slices.ContainsFunc(*refs, func(ref ssa.Instruction) bool {
		if IsDebug(ref) {
			return false
		}
		if found, ok := w.passes(ref, v); ok {
			return found
		}
		return w.Use(ref, v)
	})
}

// AnyAt is Any for the value in the variable at the address.
func (w *Forward) AnyAt(addr ssa.Value) bool {
	if w.visited(addr) {
		return false
	}
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.Store:
			return ref.Val == addr && w.Use(ref, addr)
		case *ssa.UnOp:
			if ref.Op == token.MUL {
				return w.Any(ref)
			}
		case *ssa.MakeClosure:
			if !w.Closures {
				break
			}
			for fv := range captures(ref, addr) {
				if w.AnyAt(fv) {
					return true
				}
			}
			return false
		}
		return w.Use(ref, addr)
	})
}

func (w *Forward) visited(v ssa.Value) bool {
	if w.seen == nil {
		w.seen = make(map[ssa.Value]bool)
	}
	before := w.seen[v]
	w.seen[v] = true
	return before
}

// passes follows v where ref only passes it on by a step that is followed. ok is false where it does something else.
func (w *Forward) passes(ref ssa.Instruction, v ssa.Value) (found, ok bool) {
	to := func(step Steps, copied ssa.Value) (bool, bool) {
		if w.Follow&step == 0 {
			return false, false
		}
		return copied != nil && w.Any(copied), true
	}
	switch ref := ref.(type) {
	case *ssa.Phi:
		return to(Phis, ref)
	case *ssa.ChangeType:
		return to(Conversions, ref)
	case *ssa.Convert:
		return to(Conversions, ref)
	case *ssa.MultiConvert:
		return to(Conversions, ref)
	case *ssa.ChangeInterface:
		return to(Interfaces, ref)
	case *ssa.MakeInterface:
		return to(Boxes, ref)
	case *ssa.Slice:
		if ref.X == v {
			return to(Slices, ref)
		}
	case *ssa.TypeAssert:
		return to(Assertions, Asserted(ref))
	case *ssa.UnOp:
		switch {
		case ref.Op != token.ARROW:
		case ref.CommaOk:
			return to(Channels, Result(ref, 0))
		default:
			return to(Channels, ref)
		}
	case *ssa.Select:
		for i, state := range receives(ref) {
			if state.Chan == v {
				found, followed := to(Channels, Result(ref, i))
				if found || !followed {
					return found, followed
				}
				ok = true
			}
		}
		return false, ok
	case *ssa.Store:
		if local, isLocal := ref.Addr.(*ssa.Alloc); isLocal && ref.Val == v && w.Follow&Locals != 0 && local != v {
			return w.AnyAt(local), true
		}
	case ssa.CallInstruction:
		if w.Follow&Params != 0 {
			return w.argument(ref.Common(), v)
		}
	}
	return false, false
}

// argument follows v into the function that c calls with it.
func (w *Forward) argument(c *ssa.CallCommon, v ssa.Value) (found, ok bool) {
	fn := c.StaticCallee()
	if fn == nil || len(fn.Blocks) == 0 || len(fn.Params) != len(c.Args) || c.Value == v {
		return false, false
	}
	for i, arg := range c.Args {
		if arg == v && w.Any(fn.Params[i]) {
			return true, true
		}
	}
	return false, true
}
