package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A loop is one over the records of a batch, or a function for one of them.
type loop struct {
	checker
	cur    inspector.Cursor // *ast.RangeStmt, *ast.ForStmt, *ast.FuncDecl or *ast.FuncLit
	body   *ast.BlockStmt
	record record

	// name is the variable that holds a record, nil if none does, and list and index are what it is an
	// element of, nil for a function.
	name        *types.Var
	list, index ast.Expr

	scope    *lambdadrop.Scope
	response types.Type // of the function, nil if it has none
}

// loops looks at the loops over records, and at the functions for one record.
func (c checker) loops() {
	for cur := range c.Root.Preorder((*ast.RangeStmt)(nil), (*ast.ForStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if l := c.loop(cur); l != nil && l.ownsResults() {
			l.check()
		}
	}
}

// loop returns the loop at cur, nil if it is none over records.
func (c checker) loop(cur inspector.Cursor) *loop {
	l := &loop{checker: c, cur: cur}
	switch n := cur.Node().(type) {
	case *ast.RangeStmt:
		// have: for _, record := range event.Records, or for i := range event.Records
		l.body, l.list, l.index = n.Body, ssaflow.Through(c.TypesInfo, n.X), n.Key
		if call, ok := ast.Unparen(l.list).(*ast.CallExpr); ok {
			l.list = c.measured(call) // range len(event.Records)
		}
		l.name, _ = c.drops.Object(n.Value).(*types.Var)
	case *ast.ForStmt:
		// have: for i := 0; i < len(event.Records); i++
		cond, ok := n.Cond.(*ast.BinaryExpr)
		if !ok || cond.Op != token.LSS {
			return nil
		}
		call, ok := ast.Unparen(cond.Y).(*ast.CallExpr)
		if !ok {
			return nil
		}
		l.body, l.list, l.index = n.Body, c.measured(call), cond.X
	case *ast.FuncDecl:
		l.body = n.Body
		return l.ofOne(n.Type)
	case *ast.FuncLit:
		l.body = n.Body
		return l.ofOne(n.Type)
	}
	if l.list == nil {
		return nil
	}
	list, ok := c.TypesInfo.TypeOf(l.list).Underlying().(*types.Slice)
	if !ok {
		return nil
	}
	if l.record, ok = recordOf(list.Elem()); !ok {
		return nil
	}
	if l.name == nil {
		l.name = l.element()
	}
	for fn := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		l.in(fn)
		return l
	}
	return nil
}

// measured returns the list in call, which is len(list), nil if it is another call.
func (c checker) measured(call *ast.CallExpr) ast.Expr {
	if b, ok := c.drops.Object(call.Fun).(*types.Builtin); ok && b.Name() == "len" {
		return call.Args[0]
	}
	return nil
}

// element returns the variable that the loop sets to the element of the list, nil if there is none:
//
//	record := event.Records[i]
func (l *loop) element() *types.Var {
	for _, stmt := range l.body.List {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || assign.Tok != token.DEFINE || len(assign.Lhs) != 1 {
			continue
		}
		value := ast.Unparen(assign.Rhs[0])
		if addr, ok := value.(*ast.UnaryExpr); ok {
			value = addr.X
		}
		if at, ok := value.(*ast.IndexExpr); ok && types.ExprString(at.X) == types.ExprString(l.list) {
			name, _ := l.drops.Object(assign.Lhs[0]).(*types.Var)
			return name
		}
	}
	return nil
}

// ofOne makes l the function of the type typ, if it is one for one record. A function that also gets an error
// is for a failure.
func (l *loop) ofOne(typ *ast.FuncType) *loop {
	if l.body == nil {
		return nil
	}
	for _, field := range typ.Params.List {
		t := l.TypesInfo.TypeOf(field.Type)
		if awssdk.IsErrorType(t) {
			return nil
		}
		if r, ok := recordOf(t); ok && len(field.Names) == 1 {
			l.record = r
			l.name, _ = l.drops.Object(field.Names[0]).(*types.Var)
		}
	}
	if l.name == nil {
		return nil
	}
	l.in(l.cur)
	return l
}

// in makes fn the function of l.
func (l *loop) in(fn inspector.Cursor) {
	l.scope = l.drops.Scope(l.cur, l.body, fn)
	if results := l.signature(fn).Results(); results.Len() == 2 {
		l.response = results.At(0).Type()
	}
}

func (c checker) signature(fn inspector.Cursor) *types.Signature {
	return handler.SignatureOf(c.TypesInfo, fn)
}

// ownsResults reports whether nobody but who waits for an error can learn of a failure from the results of the function:
// it has none, or an error, with a response where Lambda gets it, or what it has made of the records that have not failed.
func (l *loop) ownsResults() bool {
	results := l.signature(l.scope.Func).Results()
	switch results.Len() {
	case 0:
		return true
	case 1:
		return awssdk.IsError(results.At(0).Type()) || l.sorts(results.At(0).Type())
	case 2:
		h := l.Handlers.Of(l.scope.Func.Node())
		return awssdk.IsError(results.At(1).Type()) && (failureType(l.response) != nil || h != nil && h.Registered)
	}
	return false
}

// failureType returns the type of the failures in the response of the type t, nil if it has none.
func failureType(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	s := awssdk.Struct(t)
	if s == nil {
		return nil
	}
	field := handler.ResponseField(s, "batchItemFailures")
	if field == nil {
		return nil
	}
	if list, ok := field.Type().Underlying().(*types.Slice); ok {
		return list.Elem()
	}
	return nil
}
