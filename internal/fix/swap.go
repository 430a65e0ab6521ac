package fix

import (
	"go/ast"
	"go/types"
	"strings"
)

// Swap exchanges the statement stmt and the one directly below it, each with the comments above it and behind it:
//
//	defer out.Body.Close(); if err != nil { return err } => if err != nil { return err }; defer out.Body.Close()
//
// The fix is refused where below mentions what stmt declares or assigns to, and where a comment
// between them could belong to either.
func (e *Editor) Swap(stmt, below ast.Node) {
	start, belowStart := e.CommentStart(stmt), e.CommentStart(below)
	_, end := e.TrailingComment(stmt)
	_, belowEnd := e.TrailingComment(below)
	between := e.Text(end, belowStart)
	if e.changes(stmt, below) || strings.TrimSpace(between) != "" {
		e.Refuse()
		return
	}
	e.ReplaceRange(start, belowEnd, e.Text(belowStart, belowEnd)+between+e.Text(start, end))
}

// changes reports whether stmt declares, or assigns to, a variable that other mentions.
func (e *Editor) changes(stmt, other ast.Node) bool {
	changed := make(map[types.Object]bool)
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok {
					changed[e.pass.TypesInfo.ObjectOf(id)] = true
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				changed[e.pass.TypesInfo.ObjectOf(id)] = true
			}
		}
		return true
	})
	found := false
	ast.Inspect(other, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && changed[e.pass.TypesInfo.ObjectOf(id)]
		return !found
	})
	return found
}
