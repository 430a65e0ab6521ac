package errassert

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// identities returns the comparisons with a new value of an error type of the SDK.
func (c *checker) identities() []*fault {
	var faults []*fault
	for _, id := range c.flow.Identities() {
		if !c.pass.Reportable(id.Instr.Pos()) {
			continue
		}
		pos := id.Instr.Pos()
		cur, ok := c.root.FindByPos(pos, pos)
		if !ok {
			continue
		}
		o := c.flow.Origins(id.Err)
		f := &fault{origins: o}
		rest := " with a new value of " + types.TypeString(id.Target, (*types.Package).Name) + " is never equal; match the type with errors.As"
		if _, call := id.Instr.(*ssa.Call); call {
			for cur := range cur.Enclosing((*ast.CallExpr)(nil)) {
				if n := cur.Node().(*ast.CallExpr); n.Lparen == pos {
					f.cur = cur
					f.message = "errors.Is of the error of " + o.String() + rest
					f.edit = func() *fix.Editor { return c.ask(cur, n.Args[0], n.Args[1], id.Target, false) }
				}
				break
			}
		} else {
			for cur := range cur.Enclosing((*ast.BinaryExpr)(nil)) {
				if n := cur.Node().(*ast.BinaryExpr); n.OpPos == pos {
					f.cur = cur
					f.message = "comparison of the error of " + o.String() + rest
					err, value := n.X, n.Y
					if types.Identical(c.pass.TypesInfo.TypeOf(err), id.Target) {
						err, value = value, err
					}
					f.edit = func() *fix.Editor { return c.ask(cur, err, value, id.Target, n.Op == token.NEQ) }
				}
				break
			}
		}
		if f.cur.Valid() {
			faults = append(faults, f)
		}
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
