package errflow

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A Use is a place where the output of a call is dereferenced although the call may
// have failed.
type Use struct {
	Pos  token.Pos
	Kind UseKind
}

// A UseKind says what is known of the error at a use.
type UseKind int

// The kinds of uses.
const (
	Unchecked UseKind = iota // nothing has asked for the error yet
	Failed                   // the error is not nil
	Handled                  // the error was handled if it is not nil, but the path goes on
)

// UncheckedUses returns where the output of the call, a pointer, is dereferenced
// although the error is not known to be nil. Where the error or the output leaves
// the function's own variables, nothing is returned.
func (s *Site) UncheckedUses() []Use {
	if s.Output == nil || s.Err == nil || !isPointer(s.Output.Type()) {
		return nil
	}
	out, ok := outputOf(s.Output)
	if !ok || len(out.derefs) == 0 {
		return nil
	}
	asks, ok := inquiries(s.Err)
	if !ok {
		return nil
	}
	stops := func(instr ssa.Instruction) bool { return asks[instr] || out.others[instr] }
	reached := ssaflow.Reachable(s.Instr, stops)
	failed := ssaflow.NonNil(s.Err)
	var uses []Use
	for _, d := range out.derefs {
		switch {
		case ssaflow.DominatedByAny(d.at.Block(), failed):
			if !out.tested {
				uses = append(uses, Use{d.pos, Failed})
			}
		case reached[d.at]:
			if !d.deferred || returns(failed) {
				uses = append(uses, Use{d.pos, Unchecked})
			}
		case s.fallsThrough(failed, out, d):
			uses = append(uses, Use{d.pos, Handled})
		}
	}
	return uses
}

// returns reports whether the function can return from one of blocks: if it can only
// exit, deferred functions do not run.
func returns(blocks []*ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		if seen[b] {
			return false
		}
		seen[b] = true
		_, ok := ssaflow.Last(b).(*ssa.Return)
		return ok || slices.ContainsFunc(b.Succs, walk)
	}
	return len(blocks) == 0 || slices.ContainsFunc(blocks, walk)
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// inquiries returns the instructions that ask for err in any way. It returns false
// where some could be missing, since a variable that holds it is visible elsewhere.
func inquiries(err ssa.Value) (map[ssa.Instruction]bool, bool) {
	asks := make(map[ssa.Instruction]bool)
	ok := collect(err, asks, make(map[ssa.Value]bool))
	return asks, ok
}

// collect adds the instructions that read v to asks.
func collect(v ssa.Value, asks map[ssa.Instruction]bool, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return true
	}
	seen[v] = true
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Phi:
			if !collect(ref, asks, seen) {
				return false
			}
		case *ssa.Store:
			local, ok := ref.Addr.(*ssa.Alloc)
			if !ok {
				asks[ref] = true // stored for somebody else to read
				continue
			}
			for _, use := range *local.Referrers() {
				switch use := use.(type) {
				case *ssa.Store, *ssa.DebugRef:
				case *ssa.UnOp:
					asks[use] = true
				default:
					return false
				}
			}
		default:
			asks[ref] = true
		}
	}
	return true
}
