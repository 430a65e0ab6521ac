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
	f := c.pass.Responses.Program().Func(fn.Node())
	if f == nil {
		return true
	}
	for _, b := range f.Blocks {
		for _, instr := range b.Instrs {
			pos := instr.Pos()
			if call, ok := instr.(ssa.CallInstruction); ok {
				pos = call.Common().Pos()
			}
			if pos == call.Lparen {
				return !ofMarshal(b) && !unreachable(b)
			}
		}
	}
	return false
}

// ofMarshal reports whether b is reached for an error of json.Marshal, the last one that was checked.
func ofMarshal(b *ssa.BasicBlock) bool {
	for err := range checked(b) {
		return isMarshal(err)
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
