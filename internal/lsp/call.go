package lsp

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// at returns the cursor of the innermost node of the file around an offset, false where there is none.
func (l *loaded) at(offset int) (inspector.Cursor, bool) {
	if size := int(l.file.FileEnd - l.file.FileStart); offset > size {
		return inspector.Cursor{}, false
	}
	pos := l.file.FileStart + token.Pos(offset)
	return l.root.FindByPos(pos, pos)
}

// operationAt returns the operation that is named or called at cur, and what stands for it there, nil if there is none:
// the name of a method of a client or of an interface, or a call by it.
func (l *loaded) operationAt(cur inspector.Cursor) (*awssdk.Operation, ast.Node) {
	info := l.pass.TypesInfo
	switch n := cur.Node().(type) {
	case *ast.Ident:
		obj := info.ObjectOf(n)
		if obj == nil {
			return nil, nil
		}
		sig, ok := obj.Type().Underlying().(*types.Signature)
		if !ok {
			return nil, nil
		}
		fn, _ := obj.(*types.Func)
		return describable(awssdk.Of(fn, sig)), n
	case *ast.SelectorExpr:
		return l.operationIn(cur.Parent(), n)
	case *ast.CallExpr:
		return l.operationOf(n), n
	}
	return nil, nil
}

// operationIn returns the operation of the call at cur, if it calls fun.
func (l *loaded) operationIn(cur inspector.Cursor, fun ast.Expr) (*awssdk.Operation, ast.Node) {
	if call, ok := cur.Node().(*ast.CallExpr); ok && call.Fun == fun {
		return l.operationOf(call), fun
	}
	return nil, nil
}

// operationOf returns the operation that call performs, nil if there is none that can be described.
func (l *loaded) operationOf(call *ast.CallExpr) *awssdk.Operation {
	fn, _ := typeutil.Callee(l.pass.TypesInfo, call).(*types.Func)
	sig, ok := l.pass.TypesInfo.TypeOf(call.Fun).Underlying().(*types.Signature)
	if !ok {
		return nil // a conversion
	}
	return describable(awssdk.Of(fn, sig))
}

// describable returns op if its source says what it can return, and else nil: a request is sent, to a service, by SDK v2.
func describable(op *awssdk.Operation) *awssdk.Operation {
	if op == nil || op.Generation != 2 {
		return nil
	}
	switch op.Form {
	case awssdk.Client, awssdk.Paginator, awssdk.Waiter:
		return op
	}
	return nil
}
