package lambdaproxyerr

import (
	"go/ast"
	"go/token"
	"iter"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// happens reports whether call, in the function at fn, can end the process: it can be reached, and not only for an
// error of json.Marshal.
func (c checker) happens(fn inspector.Cursor, call *ast.CallExpr) bool {
	if c.pass.Responses.Program().Func(fn.Node()) == nil {
		return true
	}
	b := c.blockOf(fn, call)
	return b != nil && !c.ofMarshal(b) && !unreachable(b)
}

// blockOf returns the block of call, in the function at fn, nil if it cannot be reached.
func (c checker) blockOf(fn inspector.Cursor, call *ast.CallExpr) *ssa.BasicBlock {
	f := c.pass.Responses.Program().Func(fn.Node())
	if f == nil {
		return nil
	}
	for _, b := range f.Blocks {
		for _, instr := range b.Instrs {
			pos := instr.Pos()
			if call, ok := instr.(ssa.CallInstruction); ok {
				pos = call.Common().Pos()
			}
			if pos == call.Lparen {
				return b
			}
		}
	}
	return nil
}

// ofMarshal reports whether b is reached for an error of json.Marshal, the last one that was checked.
func (c checker) ofMarshal(b *ssa.BasicBlock) bool {
	for err := range checked(b) {
		return c.isMarshal(err)
	}
	return false
}

// unreachable reports whether b is reached only where an error is not nil that is known to be nil.
func unreachable(b *ssa.BasicBlock) bool {
	for err := range checked(b) {
		if ssaflow.IsNil(err) || ssaflow.DominatedByAny(b, ssaflow.Nil(err)) {
			return true
		}
	}
	return false
}

// checked yields the errors that were compared with nil, and found not to be nil, on every path to b, the last one first.
func checked(b *ssa.BasicBlock) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		for at := b; at.Idom() != nil; at = at.Idom() {
			branch, ok := ssaflow.Last(at.Idom()).(*ssa.If)
			if !ok || len(at.Preds) > 1 {
				continue
			}
			cmp, ok := branch.Cond.(*ssa.BinOp)
			if !ok || !ssaflow.ComparesNil(cmp) || (cmp.Op == token.NEQ) != (at.Idom().Succs[0] == at) {
				continue
			}
			err := cmp.X
			if ssaflow.IsNil(err) {
				err = cmp.Y
			}
			if awssdk.IsError(err.Type()) && !yield(err) {
				return
			}
		}
	}
}
