package swallowed

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// explained reports whether a comment says why fn goes on where the error of d, which cmp compares with
// nil, is not nil.
func explained(fset *token.FileSet, d drop, cmp inspector.Cursor, fn *fix.Function) bool {
	if d.then != goesOn && d.then != returns {
		return false
	}
	goesOnHere := d.then == goesOn || fn.Sig.Results().Len() == 0 // for one of several items
	return goesOnHere && explainedInBranch(fset, cmp, d.rest != nil) || spared(fset, d, cmp)
}

// spared reports whether there is no branch for errors, and a comment above the call, or the lines before it, says
// that the program can do without it:
//
//	// Get the tags for additional context.
//	if out, err := c.ListRoleTags(ctx, in); err == nil { r.tags = out.Tags }
func spared(fset *token.FileSet, d drop, cmp inspector.Cursor) bool {
	comparison, ok := cmp.Node().(*ast.BinaryExpr)
	if !ok || comparison.Op != token.EQL || !d.site.Call.Valid() {
		return false
	}
	stmt, ok := fix.StatementOf(d.site.Call)
	check, decides := fix.StatementOf(cmp)
	if !ok || !decides {
		return false
	}
	if branch, ok := check.Node().(*ast.IfStmt); !ok || branch.Else != nil {
		return false
	}
	for file := range cmp.Enclosing((*ast.File)(nil)) {
		comments := file.Node().(*ast.File).Comments
		for {
			line := fset.Position(stmt.Node().Pos()).Line
			for before, ok := stmt.PrevSibling(); ok && fset.Position(before.Node().End()).Line == line-1; before, ok = before.PrevSibling() {
				line = fset.Position(before.Node().Pos()).Line
			}
			if slices.ContainsFunc(comments, func(group *ast.CommentGroup) bool {
				return fset.Position(group.End()).Line == line-1 && knowledge.Spares(group.Text())
			}) {
				return true
			}
			// A comment above a branch speaks of what it begins with.
			if _, behind := stmt.PrevSibling(); behind || stmt.Parent().ParentEdgeKind() != edge.IfStmt_Body {
				return false
			}
			stmt = stmt.Parent().Parent()
		}
	}
	return false
}

// explainedInBranch reports whether cmp decides an if statement that does nothing about an error but
// continue or leave a loop, or handle some kinds of it where the rest is dropped, and a comment there,
// on a line of its branch, says why.
func explainedInBranch(fset *token.FileSet, cmp inspector.Cursor, rest bool) bool {
	comparison, ok := cmp.Node().(*ast.BinaryExpr)
	if !ok || cmp.ParentEdgeKind() != edge.IfStmt_Cond {
		return false
	}
	stmt := cmp.Parent().Node().(*ast.IfStmt)
	branch := stmt.Body
	if comparison.Op == token.EQL {
		branch, _ = stmt.Else.(*ast.BlockStmt)
	}
	if branch == nil || !rest && slices.ContainsFunc(branch.List, func(s ast.Stmt) bool { return !onlyLeaves(s) }) {
		return false
	}
	start := fset.Position(branch.Pos()).Line
	for file := range cmp.Enclosing((*ast.File)(nil)) {
		return slices.ContainsFunc(file.Node().(*ast.File).Comments, func(group *ast.CommentGroup) bool {
			if group.Pos() < branch.Pos() || branch.End() < group.End() || fset.Position(group.Pos()).Line == start ||
				slices.ContainsFunc(branch.List, func(s ast.Stmt) bool { return s.Pos() < group.Pos() && group.End() < s.End() }) {
				return false
			}
			text := group.Text() // without directives
			return !isCode(text) && knowledge.Explains(text)
		})
	}
	return false
}

// onlyLeaves reports whether stmt does nothing but go elsewhere.
func onlyLeaves(stmt ast.Stmt) bool {
	switch stmt := stmt.(type) {
	case *ast.BranchStmt:
		return true
	case *ast.ReturnStmt:
		return len(stmt.Results) == 0
	}
	return false
}

// isCode reports whether text is Go, as in a comment that takes code out of the program, and no mere word: in some
// scripts a sentence is one.
func isCode(text string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+text+"\n}", parser.SkipObjectResolution)
	return err == nil && !token.IsIdentifier(strings.TrimSpace(text))
}
