package rule

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Commented reports whether is holds for a comment that ends on a line of n, or for one that stands
// alone on the line above.
func (p *Pass) Commented(n ast.Node, is func(*ast.Comment) bool) bool {
	c := p.commentsAround(n.Pos())
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
	root   inspector.Cursor // of the package
	code   *lines           // made when needed
}

// commentsAround returns the comments of the file that pos is in, nil if it is in none of the pass.
func (p *Pass) commentsAround(pos token.Pos) *comments {
	for _, f := range p.Files {
		if f.FileStart <= pos && pos <= f.FileEnd {
			return &comments{file: p.Fset.File(f.FileStart), syntax: f, root: p.Root}
		}
	}
	return nil
}

// at returns the innermost node around the range.
func (c *comments) at(pos, end token.Pos) inspector.Cursor {
	if cur, ok := c.root.FindByPos(pos, max(pos+1, end)); ok {
		return cur
	}
	return c.root
}

// enclosing returns the innermost T that is at cur or around it, and where it is, nil if there is none.
func enclosing[T ast.Node](cur inspector.Cursor) (T, inspector.Cursor) {
	for at := range cur.Enclosing() {
		if found, ok := at.Node().(T); ok {
			return found, at
		}
	}
	var none T
	return none, inspector.Cursor{}
}

// paragraph returns the first line of the statements that stand without a blank line between them and
// the statement at cur: a comment above them speaks of all of them.
func (c *comments) paragraph(cur inspector.Cursor) int {
	stmt := cur.Node().(ast.Stmt)
	first := lineOf(c.file, stmt.Pos())
	block, _ := enclosing[*ast.BlockStmt](cur.Parent())
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
