package rule

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// Commented reports whether is holds for a comment that ends on a line of n, or for one that stands
// alone on the line above.
func (p *Pass) Commented(n ast.Node, is func(*ast.Comment) bool) bool {
	c := commentsAround(p.Pass, n.Pos())
	if c == nil {
		return false
	}
	first, last := lineOf(c.file, n.Pos()), lineOf(c.file, n.End())
	return slices.ContainsFunc(c.syntax.Comments, func(group *ast.CommentGroup) bool {
		line := lineOf(c.file, group.End())
		near := first <= line && line <= last || line == first-1 && c.alone(group)
		return near && slices.ContainsFunc(group.List, is)
	})
}

// comments are the comments of a file.
type comments struct {
	file   *token.File
	syntax *ast.File
	code   *lines // made when needed
}

// commentsAround returns the comments of the file that pos is in, nil if it is in none of pass.
func commentsAround(pass *analysis.Pass, pos token.Pos) *comments {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos <= f.FileEnd {
			return &comments{file: pass.Fset.File(f.FileStart), syntax: f}
		}
	}
	return nil
}

// path returns the nodes around the range, the innermost first.
func (c *comments) path(pos, end token.Pos) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(c.syntax, pos, end)
	return path
}

// enclosing returns the first T in path, the zero value if there is none.
func enclosing[T ast.Node](path []ast.Node) (first T) {
	for _, n := range path {
		if found, ok := n.(T); ok {
			return found
		}
	}
	return first
}

// paragraph returns the first line of the statements that stand without a blank line between them and
// stmt: a comment above them speaks of all of them.
func (c *comments) paragraph(stmt ast.Stmt) int {
	first := lineOf(c.file, stmt.Pos())
	block := enclosing[*ast.BlockStmt](c.path(stmt.Pos(), stmt.End())[1:])
	if block == nil {
		return first
	}
	i := slices.Index(block.List, stmt)
	for ; i > 0 && lineOf(c.file, block.List[i-1].End())+1 == first; i-- {
		first = lineOf(c.file, block.List[i-1].Pos())
	}
	return first
}

// alone reports whether no code stands before group on its line, so that it is not about that code.
func (c *comments) alone(group *ast.CommentGroup) bool {
	if c.code == nil {
		c.code = linesOf(c.file, c.syntax)
	}
	start, ok := c.code.first[lineOf(c.file, group.Pos())]
	return !ok || start > group.Pos()
}
