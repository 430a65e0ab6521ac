package discarded

import (
	"go/ast"
	"strings"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix that returns the error of d, nil where none is certain to be right.
func edit(pass *rule.Pass, d discard) *fix.Editor {
	if d.stmt == nil || !d.inList || d.fn == nil || !d.fn.ReturnsError() || d.failed {
		return nil
	}
	// Have: a statement that others can follow, in a function that can return the error here.
	e := pass.Fixes.Editor(d.stmt.Pos())
	if e == nil {
		return nil
	}
	words := d.site.Op.Words()
	switch stmt := d.stmt.(type) {
	case *ast.ExprStmt:
		e.CheckInHeader(stmt, d.site.Expr(), d.fn, words)
	case *ast.AssignStmt:
		last, ok := stmt.Lhs[len(stmt.Lhs)-1].(*ast.Ident)
		switch {
		case !ok || len(stmt.Rhs) != 1:
			return nil
		case allBlank(stmt.Lhs):
			e.CheckInHeader(stmt, d.site.Expr(), d.fn, words)
		default:
			err := last.Name
			if err == "_" {
				name := d.site.Op.Name[strings.LastIndexByte(d.site.Op.Name, '.')+1:]
				err = e.NameError(stmt, d.fn, strings.ToLower(name[:1])+name[1:]+"Err")
			}
			e.CheckBelow(stmt, d.fn, "", err, words)
		}
	case *ast.DeferStmt:
		e.JoinDeferred(stmt, d.fn, words)
	default:
		return nil
	}
	return e
}

// allBlank reports whether exprs are all "_".
func allBlank(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if id, ok := e.(*ast.Ident); !ok || id.Name != "_" {
			return false
		}
	}
	return true
}
