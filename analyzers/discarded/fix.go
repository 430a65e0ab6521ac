package discarded

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// edit returns the editor of the fix that returns the error, nil where none is certain to be right.
func (p place) edit(pass *rule.Pass, site *errflow.Site) *fix.Editor {
	if p.stmt == nil || !p.inList || p.fn == nil || !p.fn.ReturnsError() || p.failed {
		return nil
	}
	e := pass.Fixes.Editor(p.stmt.Pos())
	if e == nil {
		return nil
	}
	f := fixer{Editor: e, pass: pass, site: site, place: p}
	switch stmt := p.stmt.(type) {
	case *ast.ExprStmt:
		f.checkInHeader(stmt)
	case *ast.AssignStmt:
		f.assign(stmt)
	case *ast.DeferStmt:
		f.deferred(stmt)
	default:
		return nil
	}
	return e
}

// A fixer edits the statement of one place.
type fixer struct {
	*fix.Editor
	pass *rule.Pass
	site *errflow.Site
	place
}

// checkInHeader turns the statement into the header of a check:
//
//	c.X() => if _, err := c.X(); err != nil { return err }
func (f fixer) checkInHeader(stmt ast.Stmt) {
	const err = "err"
	n := f.site.Instr.Common().Signature().Results().Len()
	names := strings.Repeat("_, ", n-1) + err
	cond, body := f.check(stmt, err)
	comment, end := f.TrailingComment(stmt)
	if comment != "" {
		comment = " " + comment
	}
	f.ReplaceRange(stmt.Pos(), end, "if "+names+" := "+f.Source(f.site.Expr())+"; "+cond+comment+f.Indent(body, stmt.Pos()))
}

// check returns the text of a check of err at the place of stmt: the condition with
// the opening brace, and the rest.
func (f fixer) check(stmt ast.Stmt, err string) (cond, body string) {
	zeros, ok := f.Zeros(f.fn.Sig, stmt.Pos())
	if !ok {
		f.Refuse()
	}
	return err + " != nil {", "\n\treturn " + zeros + f.wrapped(stmt, err) + "\n}"
}

// wrapped returns an expression that wraps err with the name of the operation.
func (f fixer) wrapped(stmt ast.Stmt, err string) string {
	name := f.site.Op.Name
	if f.site.Op.Func != "" {
		name = f.site.Op.Func
	}
	return f.Import("fmt", "fmt", stmt.Pos()) + `.Errorf("` + f.site.Op.Service + " " + name + `: %w", ` + err + ")"
}

// assign takes the error of an assignment and checks it below.
func (f fixer) assign(stmt *ast.AssignStmt) {
	if len(stmt.Rhs) != 1 {
		f.Refuse()
		return
	}
	last, ok := stmt.Lhs[len(stmt.Lhs)-1].(*ast.Ident)
	if !ok {
		f.Refuse()
		return
	}
	if allBlank(stmt.Lhs) {
		f.checkInHeader(stmt)
		return
	}
	err := last.Name
	if err == "_" {
		err = f.errName(stmt)
		f.Replace(last, err)
		if stmt.Tok == token.ASSIGN && f.declaredError(err, stmt) == nil {
			f.InsertBefore(stmt, "var "+err+" error")
		}
	}
	cond, body := f.check(stmt, err)
	f.InsertAfter(stmt, "if "+cond+body)
}

// errName returns a name for the error of stmt: "err" where that is free or an error
// of the same scope, else one made of the operation's name. No other error is held
// across the call, so that one can be overwritten.
func (f fixer) errName(stmt *ast.AssignStmt) string {
	obj := f.declaredError("err", stmt)
	if obj != nil && (stmt.Tok == token.ASSIGN || obj.Parent() == f.pass.Pkg.Scope().Innermost(stmt.Pos())) {
		return "err"
	}
	name := f.Fresh("err", stmt.Pos())
	if name != "err" || !f.claim(name, stmt) {
		base := f.site.Op.Name[strings.LastIndexByte(f.site.Op.Name, '.')+1:] + "Err"
		base = strings.ToLower(base[:1]) + base[1:]
		name = f.Fresh(base, stmt.Pos())
		for !f.claim(name, stmt) {
			name = f.Fresh(base, stmt.Pos())
		}
	}
	return name
}

// claim reports whether stmt can take name for its error. It cannot where the fix of another statement
// declares the name, so that a declaration of its own for stmt would be the second.
func (f fixer) claim(name string, stmt *ast.AssignStmt) bool {
	return f.Claim(f.fn.Node, stmt.Pos(), name, "error") || stmt.Tok != token.ASSIGN
}

// declaredError returns the local variable of type error that name denotes at stmt.
func (f fixer) declaredError(name string, stmt ast.Stmt) *types.Var {
	obj, ok := f.Lookup(name, stmt.Pos()).(*types.Var)
	if !ok || obj.Parent() == f.pass.Pkg.Scope() || !awssdk.IsError(obj.Type()) || obj.Pos() < f.fn.Node.Pos() {
		return nil
	}
	return obj
}

func allBlank(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if id, ok := e.(*ast.Ident); !ok || id.Name != "_" {
			return false
		}
	}
	return true
}
