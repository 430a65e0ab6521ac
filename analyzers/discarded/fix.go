package discarded

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// fix returns the fix that returns the error, nil where none is certain to be right.
func (p place) fix(pass *analysis.Pass, site *errflow.Site) *analysis.SuggestedFix {
	if p.stmt == nil || !p.inList || p.fn == nil || !p.fn.ReturnsError() || p.failed {
		return nil
	}
	e := fix.New(pass, p.stmt.Pos())
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
	return e.Fix("return the error of " + site.Op.String())
}

// A fixer edits the statement of one place.
type fixer struct {
	*fix.Editor
	pass *analysis.Pass
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
	f.Replace(stmt, "if "+names+" := "+f.Source(f.site.Expr())+"; "+f.Indent(f.check(stmt, err), stmt.Pos()))
}

// check returns the text of a check of err, from the condition on, at the place of stmt.
func (f fixer) check(stmt ast.Stmt, err string) string {
	zeros, ok := f.Zeros(f.fn.Sig, stmt.Pos())
	if !ok {
		f.Refuse()
	}
	return err + " != nil {\n\treturn " + zeros + f.wrapped(stmt, err) + "\n}"
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
	f.InsertAfter(stmt, "if "+f.check(stmt, err))
}

// errName returns a name for the error of stmt: "err" where that is free, or is an
// error that nothing reads later; else one made of the operation's name.
func (f fixer) errName(stmt *ast.AssignStmt) string {
	if obj := f.declaredError("err", stmt); obj != nil {
		// := reuses what the same scope declares. In an outer scope the name would be
		// hidden from what follows.
		same := stmt.Tok == token.ASSIGN || obj.Parent() == f.pass.Pkg.Scope().Innermost(stmt.Pos())
		if same && !f.readAfter(obj, stmt) {
			return "err"
		}
	} else if fresh := f.Fresh("err", stmt.Pos()); fresh == "err" {
		return fresh
	}
	name := f.site.Op.Name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	r := []rune(name)
	r[0] = unicode.ToLower(r[0])
	return f.Fresh(string(r)+"Err", stmt.Pos())
}

// declaredError returns the local variable of type error that name denotes at stmt.
func (f fixer) declaredError(name string, stmt ast.Stmt) *types.Var {
	obj, ok := f.Lookup(name, stmt.Pos()).(*types.Var)
	if !ok || obj.Parent() == f.pass.Pkg.Scope() || !awssdk.IsError(obj.Type()) || obj.Pos() < f.fn.Node.Pos() {
		return nil
	}
	return obj
}

// readAfter reports whether obj may be read after stmt without being assigned
// first. Only straight code is understood: anything else counts as a read.
func (f fixer) readAfter(obj *types.Var, stmt ast.Stmt) bool {
	var first *ast.Ident
	inLoop := false
	assigned := make(map[*ast.Ident]bool)
	ast.Inspect(f.fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			if n.Pos() <= stmt.Pos() && stmt.End() <= n.End() {
				inLoop = inLoop || obj.Pos() < n.Pos()
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && !mentions(f.pass, n.Rhs, obj) {
					assigned[id] = true
				}
			}
		case *ast.Ident:
			if n.Pos() >= stmt.End() && first == nil && f.pass.TypesInfo.ObjectOf(n) == obj {
				first = n
			}
		}
		return true
	})
	if f.fn.NamedError() == obj || inLoop {
		return true
	}
	return first != nil && !assigned[first]
}

func mentions(pass *analysis.Pass, exprs []ast.Expr, obj types.Object) bool {
	found := false
	for _, e := range exprs {
		ast.Inspect(e, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && pass.TypesInfo.ObjectOf(id) == obj
			return !found
		})
	}
	return found
}

// deferred joins the error of a deferred call to the named error result.
func (f fixer) deferred(stmt *ast.DeferStmt) {
	result := f.fn.NamedError()
	if result == nil || f.Lookup(result.Name(), stmt.Pos()) != result || f.changesLater(stmt) {
		f.Refuse()
		return
	}
	err := f.Fresh("deferErr", stmt.Pos())
	n := f.site.Instr.Common().Signature().Results().Len()
	call := strings.ReplaceAll(f.Source(f.site.Expr()), "\n", "\n\t")
	join := result.Name() + " = " + f.Import("errors", "errors", stmt.Pos()) + ".Join(" + result.Name() + ", " + f.wrapped(stmt, err) + ")"
	f.Replace(stmt, f.Indent("defer func() {\n\tif "+strings.Repeat("_, ", n-1)+err+" := ", stmt.Pos())+
		call+f.Indent("; "+err+" != nil {\n\t\t"+join+"\n\t}\n}()", stmt.Pos()))
}

// changesLater reports whether a variable that the deferred call mentions is
// assigned after it: a closure would see the new value.
func (f fixer) changesLater(stmt *ast.DeferStmt) bool {
	changes := false
	ast.Inspect(f.fn.Body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || assign.Pos() < stmt.Pos() {
			return !changes
		}
		for _, lhs := range assign.Lhs {
			if id, ok := lhs.(*ast.Ident); ok {
				if obj := f.pass.TypesInfo.Uses[id]; obj != nil && mentions(f.pass, []ast.Expr{stmt.Call}, obj) {
					changes = true
				}
			}
		}
		return !changes
	})
	return changes
}

func allBlank(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if id, ok := e.(*ast.Ident); !ok || id.Name != "_" {
			return false
		}
	}
	return true
}
