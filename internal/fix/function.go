package fix

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// A Function is the innermost function around some code, where a fix can return.
type Function struct {
	Node ast.Node // *ast.FuncDecl or *ast.FuncLit
	Body *ast.BlockStmt
	Sig  *types.Signature

	info *types.Info
	cur  inspector.Cursor // of Node
}

// FunctionOf returns the innermost function around cur, nil where there is none.
func FunctionOf(info *types.Info, cur inspector.Cursor) *Function {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			if obj, ok := info.Defs[n.Name].(*types.Func); ok {
				return &Function{Node: n, Body: n.Body, Sig: obj.Signature(), info: info, cur: c}
			}
		case *ast.FuncLit:
			if sig, ok := info.TypeOf(n).(*types.Signature); ok {
				return &Function{Node: n, Body: n.Body, Sig: sig, info: info, cur: c}
			}
		}
		return nil
	}
	return nil
}

// ReturnsError reports whether the last result of f is an error.
func (f *Function) ReturnsError() bool {
	n := f.Sig.Results().Len()
	return n > 0 && awssdk.IsError(f.Sig.Results().At(n-1).Type())
}

// NamedError returns the last result of f if it is an error and has a name.
func (f *Function) NamedError() *types.Var {
	if f == nil || !f.ReturnsError() {
		return nil
	}
	last := f.Sig.Results().At(f.Sig.Results().Len() - 1)
	if last.Name() == "" || last.Name() == "_" {
		return nil
	}
	return last
}

// CanFail reports whether a fix can return an error at cur, in f: its last result is one, no other error
// is on its way out there, and f returns its errors at once. f may be nil.
func (f *Function) CanFail(cur inspector.Cursor) bool {
	return f != nil && f.ReturnsError() && !f.Failed(cur) && f.FailsAtOnce(cur)
}

// Failed reports whether cur stands in a branch of f that is taken because some error
// is not nil: to return another error there would hide that one.
func (f *Function) Failed(cur inspector.Cursor) bool {
	for c := range cur.Enclosing() {
		if c.Node() == f.Node {
			break
		}
		var cond ast.Expr
		op := token.NEQ
		switch c.ParentEdgeKind() {
		case edge.IfStmt_Body:
			cond = c.Parent().Node().(*ast.IfStmt).Cond
		case edge.IfStmt_Else:
			cond, op = c.Parent().Node().(*ast.IfStmt).Cond, token.EQL
		case edge.CaseClause_Body:
			for _, e := range c.Parent().Node().(*ast.CaseClause).List {
				if f.comparesError(e, token.NEQ) {
					return true
				}
			}
		}
		if cond != nil && f.comparesError(cond, op) {
			return true
		}
	}
	return false
}

// comparesError reports whether a part of cond compares an error with nil by op, or
// asks what kind of error it is.
func (f *Function) comparesError(cond ast.Expr, op token.Token) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			t := f.info.TypeOf(n.X)
			if n.Op == op && t != nil && awssdk.IsError(t) && f.info.Types[n.Y].IsNil() {
				found = true
			}
		case *ast.CallExpr: // errors.Is(err, …) and the like
			for _, arg := range n.Args {
				if t := f.info.TypeOf(arg); op == token.NEQ && t != nil && awssdk.IsError(t) {
					found = true
				}
			}
		}
		return !found
	})
	return found
}
