package lambdaresp

import (
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// Dropped reports whether the response with the element kv, a literal in the function at cur, is lost: wherever the function
// returns it, an error stands beside it.
func (s *Set) Dropped(cur inspector.Cursor, kv *ast.KeyValueExpr) bool {
	store := s.stores()[kv.Colon]
	if store == nil {
		return false
	}
	fn := s.Program().Func(cur.Node())
	dropped := false
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals}
	w.Use = func(instr ssa.Instruction, v ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.FieldAddr: // resp.StatusCode = 500
			return false
		case *ssa.Store: // *resp = response{}
			return instr.Addr != v
		case *ssa.UnOp:
			return w.Any(instr)
		case *ssa.Return:
			if n := len(instr.Results); instr.Parent() == fn && n == 2 && s.NonNil(instr.Results[1], instr.Block()) {
				dropped = true
				return false
			}
		}
		return true
	}
	return !w.Any(store.Addr.(*ssa.FieldAddr).X) && dropped
}
