package rule

import (
	"cmp"
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
	return slices.ContainsFunc(c.ending(first-1, last), func(group *ast.CommentGroup) bool {
		near := first <= lineOf(c.file, group.End()) || c.alone(group)
		return near && slices.ContainsFunc(group.List, is)
	})
}

// comments are the comments of a file.
type comments struct {
	file       *token.File
	syntax     *ast.File
	root       inspector.Cursor // of the package
	code       *lines           // made when needed
	paragraphs map[ast.Stmt]int // see paragraph
}

// commentsAround returns the comments of the file that pos is in, nil if it is in none of the pass.
func (p *Pass) commentsAround(pos token.Pos) *comments {
	for _, f := range p.Files {
		if f.FileStart <= pos && pos <= f.FileEnd {
			if p.comments[f] == nil {
				p.comments[f] = &comments{file: p.Fset.File(f.FileStart), syntax: f, root: p.Root, paragraphs: make(map[ast.Stmt]int)}
			}
			return p.comments[f]
		}
	}
	return nil
}

// ending returns the groups of comments that end on the lines from first to last.
func (c *comments) ending(first, last int) []*ast.CommentGroup {
	return between(c.syntax.Comments, first, last, func(group *ast.CommentGroup) int { return lineOf(c.file, group.End()) })
}

// starting returns those that start there.
func (c *comments) starting(first, last int) []*ast.CommentGroup {
	return between(c.syntax.Comments, first, last, func(group *ast.CommentGroup) int { return lineOf(c.file, group.Pos()) })
}

// within returns those in n.
func (c *comments) within(n ast.Node) []*ast.CommentGroup {
	var found []*ast.CommentGroup
	for _, group := range c.starting(lineOf(c.file, n.Pos()), lineOf(c.file, n.End())) {
		if n.Pos() < group.Pos() && group.End() <= n.End() {
			found = append(found, group)
		}
	}
	return found
}

// between returns those of all whose line, by which they are sorted, is from first to last.
func between[T any](all []T, first, last int, line func(T) int) []T {
	compare := func(x T, n int) int { return cmp.Compare(line(x), n) }
	i, _ := slices.BinarySearchFunc(all, first, compare)
	j, _ := slices.BinarySearchFunc(all[i:], last+1, compare)
	return all[i : i+j]
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
	if first, ok := c.paragraphs[stmt]; ok {
		return first
	}
	block, _ := enclosing[*ast.BlockStmt](cur.Parent())
	if block == nil {
		return lineOf(c.file, stmt.Pos())
	}
	first, end := 0, 0
	for _, s := range block.List {
		if start := lineOf(c.file, s.Pos()); first == 0 || start != end+1 {
			first = start
		}
		end = lineOf(c.file, s.End())
		c.paragraphs[s] = first
	}
	if first, ok := c.paragraphs[stmt]; ok {
		return first
	}
	return lineOf(c.file, stmt.Pos()) // it is no statement of the block itself
}

// alone reports whether no code stands before group on its line, so that it is not about that code.
func (c *comments) alone(group *ast.CommentGroup) bool {
	if c.code == nil {
		c.code = linesOf(c.file, c.syntax)
	}
	start, ok := c.code.first[lineOf(c.file, group.Pos())]
	return !ok || start > group.Pos()
}
