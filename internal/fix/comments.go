package fix

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// comments returns the groups of comments that are, in part at least, between start and end.
func (e *Editor) comments(start, end token.Pos) []*ast.CommentGroup {
	all := e.file.Comments
	first, _ := slices.BinarySearchFunc(all, start+1, func(c *ast.CommentGroup, pos token.Pos) int { return cmp.Compare(c.End(), pos) })
	last, _ := slices.BinarySearchFunc(all, end, func(c *ast.CommentGroup, pos token.Pos) int { return cmp.Compare(c.Pos(), pos) })
	return all[first:max(first, last)]
}

// keepsComments reports whether each comment that stands in what the edits replace also stands in what they write.
func (e *Editor) keepsComments(edits []analysis.TextEdit) bool {
	var written strings.Builder
	lost := make(map[string]int) // how often by text
	for _, ed := range edits {
		written.Write(ed.NewText)
		for _, group := range e.comments(ed.Pos, ed.End) {
			for _, c := range group.List {
				if ed.Pos <= c.Pos() && c.End() <= ed.End {
					lost[c.Text]++
				}
			}
		}
	}
	for text, n := range lost {
		if strings.Count(written.String(), text) < n {
			return false
		}
	}
	return true
}
