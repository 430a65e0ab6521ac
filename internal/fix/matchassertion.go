package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// MatchAssertion makes errors.AsType or, before Go 1.26, errors.As of the assertion of an error
// type at cur. It refuses one that has no second result to tell whether it holds.
//
//	v, ok := err.(T) => v, ok := errors.AsType[T](err)
func (e *Editor) MatchAssertion(cur inspector.Cursor) {
	assert := cur.Node().(*ast.TypeAssertExpr)
	err, typ := e.Source(assert.X), e.Source(assert.Type)
	if _, ok := e.pass.TypesInfo.TypeOf(assert).(*types.Tuple); !ok {
		e.Refuse()
		return
	}
	if e.hasAsType(assert.Pos()) {
		e.Replace(assert, e.asType(err, typ, assert.Pos()))
		return
	}
	for cur.ParentEdgeKind() == edge.ParenExpr_X {
		cur = cur.Parent()
	}
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || assign.Tok != token.DEFINE {
		e.Refuse()
		return
	}
	value, holds := assign.Lhs[0].(*ast.Ident), assign.Lhs[1].(*ast.Ident)
	if e.pass.TypesInfo.Defs[holds] == nil || value.Name != "_" && e.pass.TypesInfo.Defs[value] == nil {
		e.Refuse() // one of them is an older variable
		return
	}
	switch cur.Parent().ParentEdgeKind() {
	case edge.IfStmt_Init:
		e.asInHeader(cur.Parent().Parent(), assert, value, holds)
	case edge.BlockStmt_List, edge.CaseClause_Body, edge.CommClause_Body:
		v := e.declareResult(cur, value, assert.Type)
		e.Replace(assign, holds.Name+" := "+e.as(err, v, assert.Pos()))
	default:
		e.Refuse()
	}
}

// declareResult declares the variable of the type typ, which value is or, where it is "_", a new
// one, above the statement around cur, and returns its name.
func (e *Editor) declareResult(cur inspector.Cursor, value *ast.Ident, typ ast.Expr) string {
	name, ok := value.Name, true
	if name == "_" {
		name, ok = e.DeclareAbove(cur, e.varName(typ), e.Source(typ))
	} else {
		ok = e.DeclareAs(cur, name, e.Source(typ))
	}
	if !ok {
		e.Refuse()
	}
	return name
}

// asInHeader turns the header of the if statement at cur into a call of errors.As:
//
//	if v, ok := err.(T); ok && v.X => if errors.As(err, &v) && v.X
func (e *Editor) asInHeader(cur inspector.Cursor, assert *ast.TypeAssertExpr, value, holds *ast.Ident) {
	stmt := cur.Node().(*ast.IfStmt)
	uses := e.uses(e.pass.TypesInfo.Defs[holds], stmt)
	if len(uses) != 1 || uses[0].Pos() < stmt.Cond.Pos() || stmt.Cond.End() < uses[0].End() {
		e.Refuse()
		return
	}
	v := value.Name
	if v == "_" || e.unrivalled(value) && e.DeclareAs(cur, v, e.Source(assert.Type)) {
		if v == "_" {
			v = e.declareResult(cur, value, assert.Type)
		}
		e.ReplaceRange(stmt.Init.Pos(), stmt.Cond.Pos(), "")
	} else {
		// The name is taken around the statement, so the variable stays in its header.
		e.Replace(stmt.Init, v+" := ("+e.Source(assert.Type)+")(nil)")
	}
	e.Replace(uses[0], e.as(e.Source(assert.X), v, assert.Pos()))
}

// unrivalled reports whether nothing else in the declaration around id has its name.
func (e *Editor) unrivalled(id *ast.Ident) bool {
	obj := e.pass.TypesInfo.ObjectOf(id)
	alone := true
	for _, decl := range e.file.Decls {
		if decl.Pos() > id.Pos() || id.Pos() >= decl.End() {
			continue
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			other, ok := n.(*ast.Ident)
			alone = alone && !(ok && other.Name == id.Name && e.pass.TypesInfo.ObjectOf(other) != obj)
			return alone
		})
	}
	return alone
}

// uses returns the identifiers in n that mean obj, but for its declaration.
func (e *Editor) uses(obj types.Object, n ast.Node) []*ast.Ident {
	var uses []*ast.Ident
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && obj != nil && e.pass.TypesInfo.Uses[id] == obj {
			uses = append(uses, id)
		}
		return true
	})
	return uses
}

// varName returns a name for a variable of the error type that typ names.
func (e *Editor) varName(typ ast.Expr) string {
	return VarName(awssdk.TypeName(e.pass.TypesInfo.TypeOf(typ)).Name())
}
