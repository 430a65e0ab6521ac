package swallowed

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A failure is what a function does where the error of site is not nil.
type failure struct {
	site   *errflow.Site
	cmp    *ssa.BinOp
	entry  *ssa.BasicBlock   // where it goes on
	branch []*ssa.BasicBlock // what is entered only by entry; empty where there is no branch
	flow   *errflow.Package
}

// outcome returns how the function goes on from the entry, false if it does anything about the failure.
func (f failure) outcome() (then, bool) {
	if !f.entry.Dominates(f.site.Instr.Block()) { // not the head of a loop
		f.branch = ssaflow.BranchAt(f.entry)
	}
	if slices.ContainsFunc(f.branch, f.acts) {
		return 0, false
	}
	if len(f.branch) == 0 {
		return f.leaves(f.cmp.Block(), f.entry)
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
		for _, succ := range b.Succs {
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
			return fn == nil || !awssdk.Converts(fn)
		case *ssa.Store:
			made, ok := ssaflow.Whole(instr.Addr).(*ssa.Alloc)
			return !ok || !f.entry.Dominates(made.Block()) // not a part of a value that is made here
		case *ssa.MapUpdate, *ssa.Send, *ssa.Select, *ssa.Panic:
			return true
		}
		return false
	})
}

// sets reports whether a variable has another value where from leads to than where there is no
// failure: a constant, or what the branch has made.
func (f failure) sets(from, to *ssa.BasicBlock) bool {
	at := slices.Index(to.Preds, from)
	return slices.ContainsFunc(to.Instrs, func(instr ssa.Instruction) bool {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			return false
		}
		switch v := phi.Edges[at].(type) {
		case *ssa.Const:
			return true
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
		return fn != nil && fn != f.cmp.Parent() && depth < 3 && slices.ContainsFunc(fn.Blocks, func(b *ssa.BasicBlock) bool { return f.repeats(b, depth+1) })
	})
}

// inItemLoop reports whether the innermost loop around the call takes one item after the other: the
// next round is no new attempt, but the next item.
func (f failure) inItemLoop() bool {
	for c := range f.site.Call.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		loop, ok := c.Node().(*ast.RangeStmt)
		if !ok {
			return false
		}
		switch f.flow.Info.TypeOf(loop.X).Underlying().(type) {
		case *types.Slice, *types.Array, *types.Map, *types.Pointer:
			return true
		}
		return false
	}
	return false
}

// isFine reports whether ret says that all went well: it returns no error where one
// could be, nothing at all, or something that was computed.
func isFine(ret *ssa.Return) bool {
	n := len(ret.Results)
	if n > 0 && awssdk.IsError(ret.Results[n-1].Type()) {
		return ssaflow.IsNil(ret.Results[n-1])
	}
	return n == 0 || slices.ContainsFunc(ret.Results, func(v ssa.Value) bool {
		_, ok := v.(*ssa.Const)
		return !ok
	})
}

// returned says what it means that ret is reached: the failure is dropped if nothing
// in the results tells of it.
func (f failure) returned(ret *ssa.Return) (then, bool) {
	results := ret.Results
	if n := len(results); n > 0 && awssdk.IsError(results[n-1].Type()) {
		if !ssaflow.IsNil(results[n-1]) {
			return 0, false
		}
		for _, v := range results[:n-1] {
			if f.tells(v) {
				return 0, false
			}
		}
		return returns, true
	}
	switch len(results) {
	case 0:
		return returns, true
	case 1:
		c, ok := results[0].(*ssa.Const)
		return saysNo, ok && c.Value != nil && c.Value.Kind() == constant.Bool && !constant.BoolVal(c.Value)
	}
	return 0, false
}

// tells reports whether v, which is returned beside a nil error, could tell of the
// failure: it is made for it, and not the zero value.
func (f failure) tells(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return !ssaflow.IsZero(v)
	case *ssa.UnOp: // a struct that is made in memory
		local, ok := v.X.(*ssa.Alloc)
		return ok && written(local, v)
	case *ssa.MakeInterface:
		return f.tells(v.X)
	case *ssa.Alloc, *ssa.MakeMap: // &T{}, map[K]V{}
		return slices.Contains(f.branch, v.(ssa.Instruction).Block()) && written(v, nil)
	case *ssa.Slice: // []T{}
		array, ok := v.X.(*ssa.Alloc)
		return slices.Contains(f.branch, v.Block()) && (!ok || written(array, v))
	case ssa.Instruction:
		return slices.Contains(f.branch, v.Block())
	}
	return false
}

// written reports whether anything but reader and a return refers to v.
func written(v ssa.Value, reader ssa.Instruction) bool {
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref.(type) {
		case *ssa.DebugRef, *ssa.Return, *ssa.MakeInterface:
			return false
		}
		return ref != reader
	})
}
