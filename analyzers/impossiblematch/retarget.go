package impossiblematch

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
)

// retarget returns the editor of the fix that makes m ask for the type called name of the package
// at path instead of target. It returns nil where the program does more with the error than
// every error allows.
func (c *checker) retarget(m *errmatch.Match, target *types.TypeName, path, name string) *fix.Editor {
	typ, v := c.targetType(m)
	if typ == nil || v != nil && !c.onlyCommonUses(v, m) {
		return nil
	}
	e := c.pass.Fixes.Editor(typ.Pos())
	if e == nil {
		return nil
	}
	e.Replace(typ, "*"+e.Import(path, "types", typ.Pos())+"."+name)
	return e
}

// toAPIError returns the editor of the fix that makes m ask for smithy.APIError instead of
// *smithy.GenericAPIError, and reads the code by its method.
func (c *checker) toAPIError(m *errmatch.Match) *fix.Editor {
	typ, v := c.targetType(m)
	if typ == nil || v == nil {
		return nil
	}
	e := c.pass.Fixes.Editor(typ.Pos())
	if e == nil {
		return nil
	}
	methods := map[string]string{"Code": "ErrorCode()", "Message": "ErrorMessage()", "Fault": "ErrorFault()"}
	ok := true
	c.eachUse(v, func(sel *ast.SelectorExpr, addressed bool) {
		switch {
		case addressed:
		case sel == nil:
			ok = false
		case methods[sel.Sel.Name] != "":
			e.Replace(sel.Sel, methods[sel.Sel.Name])
		case !common[sel.Sel.Name]:
			ok = false
		}
	})
	if !ok {
		return nil
	}
	e.Replace(typ, e.Import(awspath.Smithy, "smithy", typ.Pos())+".APIError")
	return e
}

// common are the methods that every modelled error has.
var common = map[string]bool{"Error": true, "ErrorCode": true, "ErrorMessage": true, "ErrorFault": true}

// targetType returns where the source names the type that m asks for, and the variable
// that holds the error found, nil where the program does not keep it.
func (c *checker) targetType(m *errmatch.Match) (ast.Expr, types.Object) {
	call, ok := m.Syntax.Node().(*ast.CallExpr)
	if !ok {
		return nil, nil
	}
	if index, ok := ast.Unparen(call.Fun).(*ast.IndexExpr); ok { // errors.AsType[T](err)
		assign, ok := m.Syntax.Parent().Node().(*ast.AssignStmt)
		if !ok {
			return nil, nil
		}
		id, ok := assign.Lhs[0].(*ast.Ident)
		if !ok {
			return nil, nil
		}
		if id.Name == "_" {
			return index.Index, nil
		}
		obj := c.pass.TypesInfo.Defs[id]
		if obj == nil {
			return nil, nil
		}
		return index.Index, obj
	}
	if len(call.Args) != 2 {
		return nil, nil
	}
	addr, ok := ast.Unparen(call.Args[1]).(*ast.UnaryExpr)
	if !ok {
		return nil, nil
	}
	id, ok := addr.X.(*ast.Ident)
	if !ok {
		return nil, nil
	}
	obj := c.pass.TypesInfo.Uses[id]
	if obj == nil {
		return nil, nil
	}
	return c.declaredType(obj), obj
}

// declaredType returns the type in the declaration var obj T.
func (c *checker) declaredType(obj types.Object) ast.Expr {
	cur, ok := c.root.FindByPos(obj.Pos(), obj.Pos())
	if !ok {
		return nil
	}
	spec, ok := cur.Parent().Node().(*ast.ValueSpec)
	if !ok || len(spec.Names) != 1 || len(spec.Values) != 0 {
		return nil
	}
	return spec.Type
}

// onlyCommonUses reports whether v is asked for by m alone and used only in ways that
// every modelled error allows.
func (c *checker) onlyCommonUses(v types.Object, m *errmatch.Match) bool {
	ok, asked := true, 0
	c.eachUse(v, func(sel *ast.SelectorExpr, addressed bool) {
		switch {
		case addressed:
			asked++
		case sel == nil || !common[sel.Sel.Name]:
			ok = false
		}
	})
	return ok && asked <= 1
}

// eachUse calls do for every use of v: with the selector that it is the operand of,
// and whether its address is taken.
func (c *checker) eachUse(v types.Object, do func(sel *ast.SelectorExpr, addressed bool)) {
	for cur := range c.root.Preorder((*ast.Ident)(nil)) {
		if c.pass.TypesInfo.Uses[cur.Node().(*ast.Ident)] != v {
			continue
		}
		switch parent := cur.Parent().Node().(type) {
		case *ast.SelectorExpr:
			do(parent, false)
		case *ast.UnaryExpr:
			do(nil, true)
		default:
			do(nil, false)
		}
	}
}
