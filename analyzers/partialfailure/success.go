package partialfailure

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// accounts reports whether the program could find out from list, which holds what went well, that
// some of what it asked for is missing. It compares the length of list or looks up each name, or
// hands list to code that is not followed.
func accounts(list ssa.Value, failures []awssdk.Failure) bool {
	s := successes{missing: true}
	for _, f := range failures {
		s.missing = s.missing && f.Missing
		s.unprocessed = s.unprocessed || unprocessed(f)
	}
	return s.list(list)
}

// successes is the policy for what went well.
type successes struct {
	// missing says that what is not there does not exist: who takes what is there in a loop has
	// lost nothing.
	missing bool

	// unprocessed says that what is not there may well exist, so that only a count tells.
	unprocessed bool
}

func (s successes) list(list ssa.Value) bool {
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Slices | ssaflow.Conversions | ssaflow.Locals, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp: // a comparison with nil
			return true
		case *ssa.MakeInterface: // printed
			return false
		case *ssa.IndexAddr:
			return !s.unprocessed && s.element(instr)
		case *ssa.Lookup: // of a map
			return s.list(instr)
		case *ssa.Range:
			return s.lists(instr)
		case *ssa.Call:
			if length, ok := isBuiltin(instr, "len"); ok {
				if _, isMap := v.Type().Underlying().(*types.Map); isMap {
					return false // of tables
				}
				return s.counts(length)
			}
			if _, ok := isBuiltin(instr, "cap"); ok {
				return false
			}
		}
		return !s.unprocessed
	}}
	return w.Any(list)
}

// lists reports whether the program compares the lengths of the lists in the map that the loop goes through, or their
// sum, with something.
func (s successes) lists(loop *ssa.Range) bool {
	var sums ssaflow.Forward
	sums = ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Conversions, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		cmp, ok := instr.(*ssa.BinOp)
		if ok && (cmp.Op == token.ADD || cmp.Op == token.SUB) {
			return sums.Any(cmp)
		}
		return ok && !ssaflow.GoesThrough(cmp)
	}}
	return slices.ContainsFunc(*loop.Referrers(), func(ref ssa.Instruction) bool {
		next, ok := ref.(*ssa.Next)
		if !ok {
			return false
		}
		list := ssaflow.Result(next, 2)
		return list != nil && slices.ContainsFunc(*list.Referrers(), func(ref ssa.Instruction) bool {
			call, ok := ref.(*ssa.Call)
			if !ok {
				return false
			}
			length, ok := isBuiltin(call, "len")
			return ok && sums.Any(length)
		})
	})
}

func isBuiltin(call *ssa.Call, name string) (ssa.Value, bool) {
	b, ok := call.Call.Value.(*ssa.Builtin)
	return call, ok && b.Name() == name
}

// counts reports whether the length of a list, or a sum that it is added to, is used for more than
// to print it, to make room, and to go through the list.
func (s successes) counts(length ssa.Value) bool {
	var w ssaflow.Forward
	w = ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Conversions, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.MakeInterface, *ssa.MakeSlice, *ssa.MakeMap, *ssa.IndexAddr:
			return false
		case *ssa.BinOp:
			switch instr.Op {
			case token.ADD, token.SUB:
				return w.Any(instr)
			}
			return s.missing || !ssaflow.GoesThrough(instr)
		}
		return true
	}}
	return w.Any(length)
}
