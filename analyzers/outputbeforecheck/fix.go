package outputbeforecheck

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// moveBelowCheck returns the editor of the fix that swaps the statement of the use with the check
// of the error below it, each with its comments, nil where that would not be right.
func moveBelowCheck(pass *rule.Pass, site *errflow.Site, use errflow.Use, cur inspector.Cursor) *fix.Editor {
	if use.Kind != errflow.Unchecked {
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
	if !ok || check.Init != nil || check.Else != nil || !checks(pass, check.Cond, site) || !fix.Leaves(check.Body.List) {
		return nil
	}
	if declares(pass, stmt.Node(), check) {
		return nil
	}
	e := pass.Fixes.Editor(check.Pos())
	if e == nil {
		return nil
	}
	firstStart, checkStart := e.CommentStart(stmt.Node()), e.CommentStart(check)
	_, firstEnd := e.TrailingComment(stmt.Node())
	_, checkEnd := e.TrailingComment(check)
	between := e.Text(firstEnd, checkStart)
	if strings.TrimSpace(between) != "" {
		return nil // a comment whose place would be a guess
	}
	e.ReplaceRange(firstStart, checkEnd, e.Text(checkStart, checkEnd)+between+e.Text(firstStart, firstEnd))
	return e
}

// statement returns the simple statement of the function of site that holds cur and
// stands in a list of statements.
func statement(site *errflow.Site, cur inspector.Cursor) (inspector.Cursor, bool) {
	for c := cur; c.Valid(); c = c.Parent() {
		switch c.ParentEdgeKind() {
		case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
			if inClosure(c, site) {
				continue // the function of site defers it
			}
			switch c.Node().(type) {
			case *ast.ExprStmt, *ast.AssignStmt, *ast.DeferStmt, *ast.DeclStmt, *ast.GoStmt, *ast.IncDecStmt:
				return c, true
			}
			return c, false
		}
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

// checks reports whether cond is err != nil for the error of site.
func checks(pass *rule.Pass, cond ast.Expr, site *errflow.Site) bool {
	bin, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || bin.Op != token.NEQ || !pass.TypesInfo.Types[bin.Y].IsNil() {
		return false
	}
	id, ok := bin.X.(*ast.Ident)
	if !ok || !awssdk.IsError(pass.TypesInfo.TypeOf(id)) {
		return false
	}
	obj := pass.TypesInfo.ObjectOf(id)
	assign, ok := site.Call.Parent().Node().(*ast.AssignStmt)
	if !ok {
		return false
	}
	last, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	return ok && pass.TypesInfo.ObjectOf(last) == obj
}

// declares reports whether stmt declares, or assigns to, what check mentions.
func declares(pass *rule.Pass, stmt, check ast.Node) bool {
	changed := make(map[types.Object]bool)
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok {
					changed[pass.TypesInfo.ObjectOf(id)] = true
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				changed[pass.TypesInfo.ObjectOf(id)] = true
			}
		}
		return true
	})
	found := false
	ast.Inspect(check, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && changed[pass.TypesInfo.ObjectOf(id)]
		return !found
	})
	return found
}
