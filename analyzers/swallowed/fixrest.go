package swallowed

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// editRest returns the editor of the fix that returns errors of the kinds that nothing asks for. at is the
// comparison of d with nil, or its last question where there is none. It returns nil where no fix is
// certain to be right.
func editRest(pass *rule.Pass, d drop, at inspector.Cursor, fn *fix.Function) *fix.Editor {
	if d.site.Op.Form == awssdk.Declared || d.then == saysNo || d.then == absent || d.then == givesUp || !fn.CanFail(outside(at)) || d.site.Pending() {
		return nil
	}
	asks, ok := pass.Flow.Syntax(d.rest)
	if !ok || fix.InLoop(at) {
		return nil
	}
	call, ok := pass.Flow.Syntax(d.site.Instr)
	if !ok {
		return nil
	}
	e := pass.Fixes.Editor(at.Node().Pos())
	if e == nil || commentBetween(pass, d, at) {
		return nil
	}
	f := &fixer{Editor: e, op: d.site.Op, fn: fn}
	cmp, compares := at.Node().(*ast.BinaryExpr)
	if compares && cmp.Op == token.NEQ && at.ParentEdgeKind() == edge.IfStmt_Cond {
		f.err = e.Source(cmp.X)
		f.leaveRest(pass, at.Parent().Node().(*ast.IfStmt), asks.Node().Pos())
		return e
	}
	f.checkRest(pass, asks, call)
	return e
}

// commentBetween reports whether a comment stands between the call of d and the statement around at, which asks for its
// error: it may say which errors do not matter.
func commentBetween(pass *rule.Pass, d drop, at inspector.Cursor) bool {
	call, ok := pass.Flow.Syntax(d.site.Instr)
	e := pass.Fixes.Editor(at.Node().Pos())
	return ok && e != nil && e.HasComment(e.LineEnd(call.Node().End()), outside(at).Node().Pos())
}

// leaveRest edits stmt, which is entered where the error is not nil and asks at pos for the last kind:
//
//	if err != nil { if errors.As(err, &notFound) { return false, nil } } =>
//	if err != nil { if errors.As(err, &notFound) { return false, nil }; return false, fmt.Errorf("s3 HeadObject: %w", err) }
func (f *fixer) leaveRest(pass *rule.Pass, stmt *ast.IfStmt, pos token.Pos) {
	list := stmt.Body.List
	asks := slices.IndexFunc(list, func(s ast.Stmt) bool { return s.Pos() <= pos && pos < s.End() })
	if stmt.Else != nil || asks < 0 || slices.ContainsFunc(list[:asks+1], goesOnAfter) || f.HasComment(list[asks].End(), stmt.Body.Rbrace) {
		f.Refuse()
		return
	}
	switch after := list[asks+1:]; {
	case len(after) == 0:
		f.InsertAfter(list[asks], f.ReturnError(f.fn, f.wrapped(list[asks].Pos()), list[asks].Pos()))
	case len(after) == 1 && !knowledge.LooksUp(f.op.Name): // to find nothing may be no error
		ret, ok := after[0].(*ast.ReturnStmt)
		if !ok || f.returnsError(pass, ret) { // then the errors that are lost go elsewhere
			f.Refuse()
			return
		}
		f.Replace(ret, f.Indent(f.ReturnErrorInstead(ret, f.fn, f.wrapped(ret.Pos())), ret.Pos()))
	default:
		f.Refuse()
	}
}

// returnsError reports whether ret returns something else than nil as the error.
func (f *fixer) returnsError(pass *rule.Pass, ret *ast.ReturnStmt) bool {
	n := len(ret.Results)
	return n > 0 && n == f.fn.Sig.Results().Len() && !pass.TypesInfo.Types[ret.Results[n-1]].IsNil()
}

// checkRest adds a check of the error of call below the statement around asks, the last question what kind it is:
//
//	if errors.As(err, &inUse) { return s.update(ctx) } =>
//	if errors.As(err, &inUse) { return s.update(ctx) }; if err != nil { return fmt.Errorf("dynamodb CreateTable: %w", err) }
func (f *fixer) checkRest(pass *rule.Pass, asks, call inspector.Cursor) {
	stmt, ok := fix.StatementOf(asks)
	last, branches := stmt.Node().(*ast.IfStmt)
	err := fix.ErrorOf(pass.TypesInfo, call)
	if !ok || !branches || err == nil || goesOnAfter(last) {
		f.Refuse()
		return
	}
	for before, ok := stmt.PrevSibling(); ; before, ok = before.PrevSibling() {
		if !ok {
			f.Refuse() // the call is elsewhere
			return
		}
		if before.Contains(call) {
			break
		}
		if goesOnAfter(before.Node().(ast.Stmt)) {
			f.Refuse()
			return
		}
	}
	if _, seen := pass.Pkg.Scope().Innermost(last.End()).LookupParent(err.Name(), last.End()); seen != err {
		f.Refuse()
		return
	}
	f.CheckBelow(last, f.fn, "", err.Name(), f.op.Words())
}

// goesOnAfter reports whether the function may have dealt with an error in stmt and go on below it.
func goesOnAfter(stmt ast.Stmt) bool {
	switch stmt := stmt.(type) {
	case *ast.DeclStmt, *ast.AssignStmt:
		return false
	case *ast.IfStmt:
		return stmt.Else != nil || !settles(stmt.Body.List)
	}
	return true
}

// settles reports whether list leaves the function in each branch that a question about an error leads to.
func settles(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	for _, stmt := range list[:len(list)-1] {
		if goesOnAfter(stmt) && !fix.LeavesFunction(list) {
			return false
		}
	}
	switch last := list[len(list)-1].(type) {
	case *ast.IfStmt:
		return !goesOnAfter(last)
	case *ast.SwitchStmt:
		return !slices.ContainsFunc(last.Body.List, func(s ast.Stmt) bool { return !fix.LeavesFunction(s.(*ast.CaseClause).Body) })
	}
	return fix.LeavesFunction(list)
}
