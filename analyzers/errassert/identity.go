package errassert

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// identities returns the comparisons with a new value of an error type of the SDK.
func (c *checker) identities() []*fault {
	var faults []*fault
	for _, id := range c.pass.Asked.Identities() {
		cur := id.Syntax
		if !c.pass.Reportable(cur.Node().Pos()) {
			continue
		}
		o := c.flow.Origins(id.Err)
		f := &fault{cur: cur, origins: o}
		rest := " with a new value of " + types.TypeString(id.Target, (*types.Package).Name) + " is never equal; match the type with errors.As"
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			f.message = "errors.Is of the error of " + o.String() + rest
			f.edit = func() *fix.Editor { return c.ask(cur, n.Args[0], n.Args[1], id.Target, false) }
		case *ast.BinaryExpr:
			f.message = "comparison of the error of " + o.String() + rest
			err, value := n.X, n.Y
			if types.Identical(c.pass.TypesInfo.TypeOf(err), id.Target) {
				err, value = value, err
			}
			f.edit = func() *fix.Editor { return c.ask(cur, err, value, id.Target, n.Op == token.NEQ) }
		default: // a case of a switch over the error
			continue
		}
		faults = append(faults, f)
	}
	return faults
}

// isNew reports whether x is &T{} or new(T).
func isNew(x ast.Expr) bool {
	switch x := ast.Unparen(x).(type) {
	case *ast.UnaryExpr:
		lit, ok := x.X.(*ast.CompositeLit)
		return ok && x.Op == token.AND && len(lit.Elts) == 0
	case *ast.CallExpr:
		fun, ok := x.Fun.(*ast.Ident)
		return ok && fun.Name == "new"
	}
	return false
}

// ask returns the editor that asks in place of the expression at cur whether err is, or wraps,
// a target. There is none where value, which is left out, is not made there.
func (c *checker) ask(cur inspector.Cursor, err, value ast.Expr, target types.Type, contrary bool) *fix.Editor {
	obj := awssdk.TypeName(target)
	if !isNew(value) || !obj.Exported() {
		return nil
	}
	e := c.pass.Fixes.Editor(cur.Node().Pos())
	if e == nil {
		return nil
	}
	e.Removes(cur.Node(), err)
	e.Ask(cur, fix.Question{
		Err:     e.Source(err),
		Package: obj.Pkg().Path(), Alias: obj.Pkg().Name(), Type: "*" + obj.Name(), Var: fix.VarName(obj.Name()),
	}, contrary)
	return e
}
