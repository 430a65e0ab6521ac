package discarded

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
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
	f := fixer{Editor: e, pass: pass, discard: d}
	switch stmt := d.stmt.(type) {
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

// A fixer edits the statement of one discard.
type fixer struct {
	*fix.Editor
	pass *rule.Pass
	discard
}

// checkInHeader turns the statement into the header of a check:
//
//	c.X() => if _, err := c.X(); err != nil { return err }
func (f fixer) checkInHeader(stmt ast.Stmt) {
	const err = "err"
	comment, end := f.TrailingComment(stmt)
	if comment != "" {
		comment = " " + comment
	}
	header := "if " + f.blanks() + err + " := " + f.Source(f.site.Expr()) + "; " + err + " != nil {"
	f.ReplaceRange(stmt.Pos(), end, header+comment+f.Indent("\n\t"+f.returns(err)+"\n}", stmt.Pos()))
}

// blanks returns the names for the results of the call before its error: "_, ".
func (f fixer) blanks() string {
	return strings.Repeat("_, ", f.site.Instr.Common().Signature().Results().Len()-1)
}

// returns returns the statement that returns err.
func (f fixer) returns(err string) string {
	return f.ReturnError(f.fn, f.wrapped(err), f.stmt.Pos())
}

// wrapped returns an expression that wraps err with the name of the operation.
func (f fixer) wrapped(err string) string { return f.Wrap(f.site.Op.Words(), err, f.stmt.Pos()) }

// assign takes the error of an assignment and checks it below:
//
//	out, _ := c.X() => out, err := c.X(); if err != nil { return err }
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
	f.InsertAfter(stmt, "if "+err+" != nil {\n\t"+f.returns(err)+"\n}")
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
	if name == "err" && (f.Claim(f.fn.Node, stmt.Pos(), name, "error") || stmt.Tok == token.DEFINE) {
		return name
	}
	base := f.site.Op.Name[strings.LastIndexByte(f.site.Op.Name, '.')+1:] + "Err"
	return f.FreshIn(f.fn.Node, strings.ToLower(base[:1])+base[1:], "error", stmt.Pos())
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
