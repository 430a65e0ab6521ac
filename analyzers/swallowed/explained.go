package swallowed

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// explained reports whether cmp decides an if statement that does nothing about an error but
// continue or leave a loop, or handle some kinds of it where the rest is dropped, and a comment there,
// on a line of its branch, says why.
func explained(fset *token.FileSet, cmp inspector.Cursor, rest bool) bool {
	comparison, ok := cmp.Node().(*ast.BinaryExpr)
	if !ok || cmp.ParentEdgeKind() != edge.IfStmt_Cond {
		return false
	}
	stmt := cmp.Parent().Node().(*ast.IfStmt)
	branch := stmt.Body
	if comparison.Op == token.EQL {
		branch, _ = stmt.Else.(*ast.BlockStmt)
	}
	if branch == nil || !rest && slices.ContainsFunc(branch.List, func(s ast.Stmt) bool { _, jump := s.(*ast.BranchStmt); return !jump }) {
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

// isCode reports whether text is Go, as in a comment that takes code out of the program.
func isCode(text string) bool {
	_, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc _() {\n"+text+"\n}", parser.SkipObjectResolution)
	return err == nil
}
