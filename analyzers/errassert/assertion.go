package errassert

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/fix"
)

// editAssertion returns the editor that makes errors.As or errors.AsType of the assertion at
// cur, nil where it has no second result to tell whether it holds.
func (c *checker) editAssertion(cur inspector.Cursor) *fix.Editor {
	assert := cur.Node().(*ast.TypeAssertExpr)
	if _, ok := c.pass.TypesInfo.TypeOf(assert).(*types.Tuple); !ok {
		return nil
	}
	e := c.pass.Fixes.Editor(assert.Pos())
	if e == nil {
		return nil
	}
	if e.AtLeast("go1.26") {
		e.Replace(assert, e.Import("errors", "errors", assert.Pos())+".AsType["+e.Source(assert.Type)+"]("+e.Source(assert.X)+")")
		return e
	}
	for cur.Parent().Valid() {
		if _, ok := cur.Parent().Node().(*ast.ParenExpr); !ok {
			break
		}
		cur = cur.Parent()
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE {
		return nil
	}
	value, holds := assign.Lhs[0].(*ast.Ident), assign.Lhs[1].(*ast.Ident)
	if c.pass.TypesInfo.Defs[holds] == nil || value.Name != "_" && c.pass.TypesInfo.Defs[value] == nil {
		return nil // one of them is an older variable
	}
	switch cur.Parent().ParentEdgeKind() {
	case edge.IfStmt_Init:
		c.asInHeader(e, cur.Parent().Parent(), assert, value, holds)
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		v, typ := value.Name, e.Source(assert.Type)
		if v == "_" {
			v, _ = e.DeclareAbove(cur, varName(c.pass.TypesInfo.TypeOf(assert.Type)), typ)
		} else if !e.DeclareAs(cur, v, typ) {
			e.Refuse()
		}
		e.Replace(assign, holds.Name+" := "+e.Import("errors", "errors", assert.Pos())+".As("+e.Source(assert.X)+", &"+v+")")
	default:
		return nil
	}
	return e
}

// asInHeader turns the header of the if statement at cur into a call of errors.As:
//
//	if v, ok := err.(T); ok && v.X => if errors.As(err, &v) && v.X
func (c *checker) asInHeader(e *fix.Editor, cur inspector.Cursor, assert *ast.TypeAssertExpr, value, holds *ast.Ident) {
	stmt := cur.Node().(*ast.IfStmt)
	asked := c.onlyUse(c.pass.TypesInfo.Defs[holds], stmt)
	if asked == nil || asked.Pos() < stmt.Cond.Pos() || stmt.Cond.End() < asked.End() {
		e.Refuse()
		return
	}
	v, typ := value.Name, e.Source(assert.Type)
	above := false
	if v == "_" {
		v, above = e.DeclareAbove(cur, varName(c.pass.TypesInfo.TypeOf(assert.Type)), typ)
		if !above {
			e.Refuse()
		}
	} else {
		above = c.ownName(value) && e.DeclareAs(cur, v, typ)
	}
	if above {
		e.ReplaceRange(stmt.Init.Pos(), stmt.Cond.Pos(), "")
	} else {
		// The name is taken around the statement, so the variable stays in its header.
		e.Replace(stmt.Init, v+" := ("+typ+")(nil)")
	}
	e.Replace(asked, e.Import("errors", "errors", assert.Pos())+".As("+e.Source(assert.X)+", &"+v+")")
}

// ownName reports whether nothing else in the function around id has its name.
func (c *checker) ownName(id *ast.Ident) bool {
	obj := c.pass.TypesInfo.ObjectOf(id)
	own := true
	for _, file := range c.pass.Files {
		for _, decl := range file.Decls {
			if decl.Pos() > id.Pos() || id.Pos() >= decl.End() {
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				other, ok := n.(*ast.Ident)
				own = own && !(ok && other.Name == id.Name && c.pass.TypesInfo.ObjectOf(other) != obj)
				return own
			})
		}
	}
	return own
}

// onlyUse returns the only identifier in n that means obj, but for its declaration, nil if
// there are none or more.
func (c *checker) onlyUse(obj types.Object, n ast.Node) *ast.Ident {
	uses := c.uses(obj, n)
	if len(uses) != 1 {
		return nil
	}
	return uses[0]
}

// uses returns the identifiers in n that mean obj, but for its declaration.
func (c *checker) uses(obj types.Object, n ast.Node) []*ast.Ident {
	var uses []*ast.Ident
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && obj != nil && c.pass.TypesInfo.Uses[id] == obj {
			uses = append(uses, id)
		}
		return true
	})
	return uses
}
