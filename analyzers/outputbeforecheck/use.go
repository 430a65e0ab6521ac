package outputbeforecheck

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A use is a dereference of the output of a call that may have failed.
type use struct {
	deref
	when when
}

// A when says what is known of the error at a use.
type when int

const (
	unchecked when = iota // nothing has asked for the error yet
	failed                // the error is not nil
	handled               // the error was handled if it is not nil, but the path goes on
)

// uses returns where the output of site, a pointer, is dereferenced although the error is not known
// to be nil. It returns none where the error or the output leaves the function's own variables.
func uses(program *ssaflow.Program, site *errflow.Site) []use {
	if site.Output == nil || site.Err == nil || !isPointer(site.Output.Type()) {
		return nil
	}
	out, ok := outputOf(program, site.Output, 0)
	if !ok || len(out.derefs) == 0 {
		return nil
	}
	asks, ok := asks(site.Err)
	if !ok {
		return nil
	}
	before := ssaflow.Reachable(site.Instr, func(instr ssa.Instruction) bool { return asks[instr] || out.others[instr] })
	failing, fine := ssaflow.NonNil(site.Err), ssaflow.Nil(site.Err)
	var found []use
	for _, d := range out.derefs {
		switch {
		case ssaflow.DominatedByAny(d.at.Block(), fine): // or nothing leads here
		case ssaflow.DominatedByAny(d.at.Block(), failing):
			if !out.tested {
				found = append(found, use{d, failed})
			}
		case before[d.at]:
			// Deferred functions do not run where a failure ends the process.
			if !d.deferred() || len(failing) == 0 || slices.ContainsFunc(failing, ssaflow.CanReturn) {
				found = append(found, use{d, unchecked})
			}
		case fallsThrough(site, failing, out, d):
			found = append(found, use{d, handled})
		}
	}
	return found
}

func isPointer(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.Pointer)
	return ok
}

// asks returns the instructions that ask for err in any way. It returns false where some could be
// missing, since other functions share a variable that holds it.
func asks(err ssa.Value) (map[ssa.Instruction]bool, bool) {
	asks := make(map[ssa.Instruction]bool)
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Use: func(instr ssa.Instruction, v ssa.Value) bool {
		if _, shared := v.(*ssa.Alloc); shared {
			return true
		}
		asks[instr] = true
		return false
	}}
	return asks, !w.Any(err)
}

// fallsThrough reports whether one of the blocks that are entered where the call has failed goes
// on, below, to d for certain.
//
// Certain means that no later condition stands in between: it could be one that only holds where the call has worked.
func fallsThrough(site *errflow.Site, failing []*ssa.BasicBlock, out *output, d deref) bool {
	stops := func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return instr == site.Instr || out.others[instr] || ok && ssaflow.MayExit(call.Common())
	}
	return slices.ContainsFunc(failing, func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(ssaflow.Joins(b, stops), func(join *ssa.BasicBlock) bool { return ssaflow.Certain(join, d.at, stops) })
	})
}
