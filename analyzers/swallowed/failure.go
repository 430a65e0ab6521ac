package swallowed

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A failure is what a function does where the error of site is not nil.
type failure struct {
	site    *errflow.Site
	cmp     *ssa.BinOp
	from    *ssa.BasicBlock   // the block that ends with the branch; not that of cmp where a variable has the answer
	entry   *ssa.BasicBlock   // where it goes on
	success *ssa.BasicBlock   // where it goes on where the error is nil
	branch  []*ssa.BasicBlock // what is entered only by entry; empty where there is no branch
	flow    *errflow.Package

	// Where the failure is that the error is of no kind that the function asks for, asks are the
	// instructions that only ask, and decided is what the answers decide.
	asks    map[ssa.Instruction]bool
	decided map[*ssa.BasicBlock]decision
}

// outcome returns how the function goes on from the entry, false if it does anything about the failure.
func (f *failure) outcome() (then, bool) {
	if !f.entry.Dominates(f.site.Instr.Block()) { // not the head of a loop
		f.branch = ssaflow.BranchAt(f.entry)
		if len(f.branch) == 0 && len(f.entry.Preds) == 1 && f.entry.Preds[0] == f.from {
			f.branch = ssaflow.Dominated(f.entry) // it ends a loop
		}
	}
	switch {
	case f.provesAbsence():
		return absent, true
	case f.givesUp():
		return givesUp, true
	case slices.ContainsFunc(f.branch, f.acts):
		return 0, false
	}
	return f.exits(f.from, f.entry)
}

// exits returns how the function goes on behind the branch, or from a block to another one where there is none.
func (f failure) exits(from, to *ssa.BasicBlock) (then, bool) {
	if len(f.branch) == 0 {
		return f.leaves(from, to)
	}
	outcome, found := goesOn, false
	for _, b := range f.branch {
		if ret, ok := ssaflow.Last(b).(*ssa.Return); ok {
			then, ok := f.returned(ret)
			if !ok {
				return 0, false
			}
			outcome, found = then, true
			continue
		}
		succs := b.Succs
		if d, ok := f.decided[b]; ok {
			succs = d.rest
		}
		for _, succ := range succs {
			if slices.Contains(f.branch, succ) {
				continue
			}
			if then, ok := f.leaves(b, succ); !ok || then == saysNo {
				return then, ok
			}
			found = true
		}
	}
	return outcome, found
}

// leaves returns how the function goes on where the branch is left from a block to another one.
func (f failure) leaves(from, to *ssa.BasicBlock) (then, bool) {
	if returnsFalse(from, to) {
		return saysNo, true
	}
	if to == f.site.Instr.Block() && !f.inItemLoop() {
		return 0, false // the next attempt
	}
	return goesOn, !f.sets(from, to) && f.unnoticed(to)
}

// returnsFalse reports whether to, which is entered from from, returns false: a part of return err
// == nil && …, or a variable that says whether there was an error.
func returnsFalse(from, to *ssa.BasicBlock) bool {
	at := slices.Index(to.Preds, from)
	phi, ok := to.Instrs[0].(*ssa.Phi)
	if !ok || at < 0 {
		return false
	}
	ret, ok := ssaflow.Last(to).(*ssa.Return)
	c, isConst := phi.Edges[at].(*ssa.Const)
	return ok && isConst && isAnswer(ret, phi) && types.Identical(phi.Type().Underlying(), types.Typ[types.Bool]) && ssaflow.IsZero(c)
}

// acts reports whether b does anything that others could see.
func (f failure) acts(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		switch instr := instr.(type) {
		case ssa.CallInstruction:
			fn := ssaflow.Callee(instr.Common())
			return !f.asks[instr] && !inVain(instr) && (fn == nil || !awssdk.Converts(fn))
		case *ssa.Store:
			made, ok := ssaflow.Whole(instr.Addr).(*ssa.Alloc)
			return !ok || !f.entry.Dominates(made.Block()) && !setsResult(instr) // not a part of a value that is made here
		case *ssa.MapUpdate, *ssa.Send, *ssa.Select, *ssa.Panic:
			return true
		}
		return false
	})
}

// sets reports whether a variable has another value where from leads to than where there is no
// failure: a constant, or what the branch has made. A list that is still nil is no default: it
// lacks what the call would have told.
func (f failure) sets(from, to *ssa.BasicBlock) bool {
	if f.asks != nil && len(f.branch) == 0 {
		return false // without a failure it goes the same way
	}
	at := slices.Index(to.Preds, from)
	return slices.ContainsFunc(to.Instrs, func(instr ssa.Instruction) bool {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			return false
		}
		switch v := phi.Edges[at].(type) {
		case *ssa.Const:
			return len(f.branch) > 0 || !v.IsNil() || !collects(v.Type())
		case ssa.Instruction:
			return slices.Contains(f.branch, v.Block())
		}
		return false
	})
}

// unnoticed reports whether the function, which goes on at start as if there were no
// failure, can return as if all were well without the call ever succeeding, and never
// makes the call again for the same thing.
func (f failure) unnoticed(start *ssa.BasicBlock) bool {
	fine := false
	call := f.site.Instr.Block()
	for b := range ssaflow.Blocks(start, call) {
		again := f.repeats(b, 0)
		if b == call && b != start {
			again = !f.inItemLoop()
		} else if ret, ok := ssaflow.Last(b).(*ssa.Return); ok {
			fine = fine || isFine(ret)
		}
		if again {
			return false
		}
	}
	return fine
}

// repeats reports whether b performs the operation by another call, perhaps in a
// function literal, or a function of the package: one by one what failed together.
func (f failure) repeats(b *ssa.BasicBlock, depth int) bool {
	return slices.ContainsFunc(b.Instrs, func(instr ssa.Instruction) bool {
		var fn *ssa.Function
		switch instr := instr.(type) {
		case *ssa.MakeClosure:
			fn = instr.Fn.(*ssa.Function)
		case ssa.CallInstruction:
			if s := f.flow.At(instr); s != nil {
				return s != f.site && s.Op.Package == f.site.Op.Package && s.Op.Name == f.site.Op.Name
			}
			fn = instr.Common().StaticCallee()
		}
		return fn != nil && fn != f.site.Instr.Parent() && depth < 3 && slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool { return f.repeats(b, depth+1) })
	})
}
