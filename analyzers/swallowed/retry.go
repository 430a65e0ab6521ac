package swallowed

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// givesUp reports whether the call is tried a number of times, until it succeeds, and the function
// returns a nil error where it never does:
//
//	for range 3 { if _, err = c.X(ctx, in); err == nil { break }; time.Sleep(pause) }; return nil
func (f failure) givesUp() bool {
	call := f.site.Instr.Block()
	if !f.counted() || f.inItemLoop() || ssaflow.LeadsTo(f.success, call, nil) || !ssaflow.LeadsTo(f.entry, call, nil) {
		return false
	}
	gaveUp := false
	for b := range ssaflow.Blocks(f.entry, call) {
		if b == call {
			continue
		}
		if shared := ssaflow.LeadsTo(f.success, b, nil); shared && len(b.Succs) > 1 || !shared && slices.ContainsFunc(b.Instrs, f.doesMoreThanWait) {
			return false // it may ask below whether the call has succeeded, or has told of the failure
		}
		if ret, ok := ssaflow.Last(b).(*ssa.Return); ok {
			if !failsToReturn(ret) {
				return false
			}
			gaveUp = true
		}
	}
	return gaveUp
}

// failsToReturn reports whether ret returns a nil error.
func failsToReturn(ret *ssa.Return) bool {
	n := len(ret.Results)
	return n > 0 && awssdk.IsError(ret.Results[n-1].Type()) && isNil(ret.Results[n-1], ret.Block())
}

// doesMoreThanWait reports whether instr does anything before the next attempt but wait for it.
func (f failure) doesMoreThanWait(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case ssa.CallInstruction:
		fn := ssaflow.Callee(instr.Common())
		return fn == nil || !knowledge.Waits(fn) && !awssdk.Converts(fn)
	case *ssa.Store, *ssa.MapUpdate, *ssa.Send, *ssa.Select, *ssa.Panic:
		return true
	}
	return false
}

// counted reports whether the innermost loop around the call counts its rounds.
func (f failure) counted() bool {
	switch loop := f.loop().Node().(type) {
	case *ast.ForStmt:
		_, counts := loop.Post.(*ast.IncDecStmt)
		return counts && loop.Cond != nil
	case *ast.RangeStmt:
		basic, ok := f.flow.Info.TypeOf(loop.X).Underlying().(*types.Basic)
		return ok && basic.Info()&types.IsInteger != 0
	}
	return false
}

// inItemLoop reports whether the innermost loop around the call takes one item after the other: the
// next round is no new attempt, but the next item.
func (f failure) inItemLoop() bool {
	switch loop := f.loop().Node().(type) {
	case *ast.ForStmt: // for i := 0; i < len(items); i++
		cond, ok := loop.Cond.(*ast.BinaryExpr)
		return ok && (f.isLen(cond.X) || f.isLen(cond.Y))
	case *ast.RangeStmt:
		switch f.flow.Info.TypeOf(loop.X).Underlying().(type) {
		case *types.Slice, *types.Array, *types.Map, *types.Pointer:
			return true
		}
		return f.isLen(loop.X) || f.isSequence(loop.X)
	}
	return false
}

// readsOutput reports whether the output is read right below the comparison, whatever that says: nothing is tried
// again, since the output of a call that has failed is nil, and this panics.
func (f failure) readsOutput() bool {
	if f.site.Output == nil || f.site.Op.Generation != 2 {
		return false
	}
	return slices.ContainsFunc(*f.site.Output.Referrers(), func(ref ssa.Instruction) bool {
		field, ok := ref.(*ssa.FieldAddr)
		return ok && field.X == f.site.Output && field.Block() == f.cmp.Block() && ssaflow.Dominates(f.cmp, field)
	})
}

// loop returns the innermost loop around the call that a failure does not break out of, or the function where
// there is none in it.
func (f failure) loop() inspector.Cursor {
	left := f.breaks()
	for c := range f.site.Call.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if left {
			left = false
			continue
		}
		return c
	}
	return f.site.Call
}

// breaks reports whether a failure breaks out of the innermost loop around the call:
//
//	for { page, err := c.ListObjectsV2(ctx, in); if err != nil { break }; … }
func (f failure) breaks() bool {
	if f.cmp == nil || f.cmp.Op != token.NEQ {
		return false
	}
	cmp, ok := f.flow.Syntax(f.cmp)
	if !ok {
		return false
	}
	stmt, ok := cmp.Parent().Node().(*ast.IfStmt)
	if !ok || len(stmt.Body.List) == 0 {
		return false
	}
	if last, ok := stmt.Body.List[len(stmt.Body.List)-1].(*ast.BranchStmt); !ok || last.Tok != token.BREAK || last.Label != nil {
		return false
	}
	loop := func(c inspector.Cursor, types ...ast.Node) ast.Node {
		for c := range c.Enclosing(append(types, (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.FuncLit)(nil))...) {
			return c.Node()
		}
		return nil
	}
	left := loop(cmp, (*ast.SwitchStmt)(nil), (*ast.TypeSwitchStmt)(nil), (*ast.SelectStmt)(nil))
	return left != nil && left == loop(f.site.Call)
}

// isSequence reports whether e makes a sequence of a list or a map: slices.Chunk(items, 100), maps.Keys(items).
func (f failure) isSequence(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typeutil.StaticCallee(f.flow.Info, call)
	return fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "slices" || fn.Pkg().Path() == "maps")
}

// isLen reports whether e is the length of something.
func (f failure) isLen(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && f.flow.Info.Uses[id] == types.Universe.Lookup("len")
}
