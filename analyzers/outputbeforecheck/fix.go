package outputbeforecheck

import (
	"go/ast"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// moveBelowCheck returns the editor of the fix that swaps the statement of the use with the check
// of the error below it, each with its comments:
//
//	defer out.Body.Close(); if err != nil { return err } => if err != nil { return err }; defer out.Body.Close()
//
// It returns nil where that would not be right.
func moveBelowCheck(pass *rule.Pass, site *errflow.Site, use use, cur inspector.Cursor) *fix.Editor {
	if use.when != unchecked {
		return nil
	}
	stmt, ok := statement(site, cur)
	if !ok {
		return nil
	}
	next, ok := stmt.NextSibling()
	if !ok {
		return nil
	}
	check, ok := next.Node().(*ast.IfStmt)
	if !ok || check.Init != nil || !fix.ChecksError(pass.TypesInfo, check, fix.ErrorOf(pass.TypesInfo, site.Call)) || !fix.Leaves(check.Body.List) {
		return nil
	}
	// Have: a statement that can wait, and a check directly below it.
	e := pass.Fixes.Editor(check.Pos())
	if e == nil {
		return nil
	}
	e.Swap(stmt.Node(), check)
	return e
}

// statement returns the simple statement of the function of site that holds cur and stands in a list of statements.
func statement(site *errflow.Site, cur inspector.Cursor) (inspector.Cursor, bool) {
	for c := range cur.Enclosing() {
		if !fix.InList(c) || inClosure(c, site) { // one that the function of site defers
			continue
		}
		switch c.Node().(type) {
		case *ast.ExprStmt, *ast.AssignStmt, *ast.DeferStmt, *ast.DeclStmt, *ast.GoStmt, *ast.IncDecStmt:
			return c, true
		}
		return c, false
	}
	return cur, false
}

// inClosure reports whether cur stands in a function literal that does not hold site.
func inClosure(cur inspector.Cursor, site *errflow.Site) bool {
	for lit := range cur.Enclosing((*ast.FuncLit)(nil)) {
		return !lit.Contains(site.Call)
	}
	return false
}
