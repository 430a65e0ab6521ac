package swallowed

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// inVain reports whether instr makes an error with which nothing is done: the return before fmt.Errorf was forgotten.
func inVain(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok || slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool { return !ssaflow.IsDebug(ref) }) {
		return false
	}
	fn := ssaflow.Callee(call.Common())
	return fn != nil && knowledge.OnlyMakesError(fn)
}

// usedInVain reports whether ref, which uses an error, makes only others of it with which nothing is done.
func usedInVain(ref ssa.Instruction) bool {
	switch ref := ref.(type) {
	case *ssa.ChangeInterface: // an argument of fmt.Errorf
		return allInVain(ref)
	case *ssa.Store: // into the list of arguments
		element, ok := ref.Addr.(*ssa.IndexAddr)
		if !ok {
			return false
		}
		list, ok := element.X.(*ssa.Alloc)
		return ok && list.Comment == "varargs" && allInVain(list)
	case *ssa.Slice:
		return allInVain(ref)
	case *ssa.IndexAddr: // where another argument goes
		return true
	}
	return inVain(ref)
}

func allInVain(v ssa.Value) bool {
	return !slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool { return !ssaflow.IsDebug(ref) && !usedInVain(ref) })
}

// editVain edits the branch where the error is not nil, list, if statements in it make errors with which nothing is done. It
// returns false if there are none.
//
//	fmt.Errorf("put: %w", err) => return fmt.Errorf("put: %w", err)
func (f *fixer) editVain(pass *rule.Pass, cmp inspector.Cursor, list []ast.Stmt) bool {
	i := slices.IndexFunc(list, func(stmt ast.Stmt) bool { return makes(pass, stmt) })
	if i < 0 {
		return false
	}
	stmt, ok := list[i].(*ast.ExprStmt)
	if !ok || i != len(list)-1 || fix.InLoop(cmp) { // in a loop, it may want the other items in any case
		f.Refuse()
		return true
	}
	f.Replace(stmt, f.ReturnError(f.fn, f.Source(stmt.X), stmt.Pos()))
	return true
}

// makes reports whether stmt does nothing but make an error.
func makes(pass *rule.Pass, stmt ast.Stmt) bool {
	var expr ast.Expr
	switch stmt := stmt.(type) {
	case *ast.ExprStmt:
		expr = stmt.X
	case *ast.AssignStmt: // _ = fmt.Errorf("put: %w", err)
		if id, ok := stmt.Lhs[0].(*ast.Ident); ok && id.Name == "_" {
			expr = stmt.Rhs[0]
		}
	}
	call, ok := expr.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typeutil.StaticCallee(pass.TypesInfo, call)
	return fn != nil && knowledge.OnlyMakesError(fn)
}
