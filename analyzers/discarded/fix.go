package discarded

import (
	"go/ast"
	"slices"
	"strings"

	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix that returns the error of d, nil where none is certain to be right.
func edit(pass *rule.Pass, d discard) *fix.Editor {
	if d.stmt == nil || !d.inList || !d.returns() || d.failed || d.mixed || d.use == careful || d.unless != "" || d.severity == lint.SeverityInfo {
		return nil
	}
	if _, deferred := d.stmt.(*ast.DeferStmt); deferred && mayBeCompared(pass.Flow, d.site) || !deferred && !d.fn.FailsAtOnce(d.site.Call) {
		return nil
	}
	if d.use == unused && d.tidiesUp() {
		return nil
	}
	// Have: a statement that others can follow, in a function that can return the error here.
	e := pass.Fixes.Editor(d.stmt.Pos())
	if e == nil {
		return nil
	}
	words := d.site.Op.Words()
	if d.site.Op.Form == awssdk.Declared {
		if explained(pass, d.stmt) {
			return nil // there may be a reason that only the author of the function called knows
		}
		words = "" // the function has wrapped the error as the program does
	}
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
			if blanked, ok := d.next.(*ast.AssignStmt); ok && blanks(blanked, err) {
				e.CheckInPlace(blanked, d.fn, err, words)
			} else {
				e.CheckBelow(stmt, d.fn, "", err, words)
			}
		}
	case *ast.DeferStmt:
		if awssdk.Failures(d.site.Op) != nil {
			return nil // what fails in part would still be lost, see partialfailure
		}
		e.JoinDeferred(stmt, d.fn, words)
	default:
		return nil
	}
	return e
}

// blanks reports whether stmt is _ = name.
func blanks(stmt *ast.AssignStmt, name string) bool {
	if len(stmt.Rhs) != 1 || !allBlank(stmt.Lhs) {
		return false
	}
	id, ok := stmt.Rhs[0].(*ast.Ident)
	return ok && id.Name == name
}

// explained reports whether a comment stands above stmt or behind it.
func explained(pass *rule.Pass, stmt ast.Stmt) bool {
	file := pass.Fset.File(stmt.Pos())
	return pass.Commented(stmt, func(c *ast.Comment) bool {
		return c.End() < stmt.Pos() || c.Pos() > stmt.End() && file.Line(c.Pos()) == file.Line(stmt.End())
	})
}

// allBlank reports whether exprs are all "_".
func allBlank(exprs []ast.Expr) bool {
	return !slices.ContainsFunc(exprs, func(e ast.Expr) bool { return !isBlank(e) })
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}
