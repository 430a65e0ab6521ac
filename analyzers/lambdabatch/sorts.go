package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
)

// sorts reports whether the function of l, which returns a value of type t, makes values of the program's own of the records
// that it is given, and no caller counts these:
//
//	func byPoll(records []events.KinesisEventRecord) map[string][]vote
func (l *loop) sorts(t types.Type) bool {
	decl, ok := l.scope.Func.Node().(*ast.FuncDecl)
	if !ok || l.list == nil || !isMade(t) {
		return false
	}
	param, ok := l.drops.Object(l.list).(*types.Var)
	if !ok || param.Kind() != types.ParamVar {
		return false
	}
	uses := l.Handlers.Uses[l.TypesInfo.Defs[decl.Name].(*types.Func)]
	for _, id := range uses {
		cur, ok := l.Root.FindNode(id)
		if !ok {
			return false
		}
		for caller := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			for cmp := range caller.Preorder((*ast.BinaryExpr)(nil)) {
				if l.countsRecords(cmp.Node().(*ast.BinaryExpr)) {
					return false
				}
			}
			break
		}
	}
	return len(uses) > 0
}

// isMade reports whether t is a list or map, however deep, of structs that are no records or failures.
func isMade(t types.Type) bool {
	deep := false
	for {
		switch u := t.Underlying().(type) {
		case *types.Slice:
			t, deep = u.Elem(), true
			continue
		case *types.Map:
			t, deep = u.Elem(), true
			continue
		}
		return deep && awssdk.Struct(t) != nil && handler.EventsType(t) == ""
	}
}

// countsRecords reports whether cmp compares the number of records with another number.
func (c checker) countsRecords(cmp *ast.BinaryExpr) bool {
	if cmp.Op == token.LAND || cmp.Op == token.LOR {
		return false
	}
	for _, e := range []ast.Expr{cmp.X, cmp.Y} {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			continue
		}
		list := c.measured(call)
		if list == nil {
			continue
		}
		t, ok := c.TypesInfo.TypeOf(list).Underlying().(*types.Slice)
		if !ok {
			continue
		}
		if _, ok := recordOf(t.Elem()); ok {
			return true
		}
	}
	return false
}
