package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// A function is one in which faults may be planted.
type function struct {
	*program
	pkg   *packages.Package
	info  *types.Info
	file  *ast.File
	name  string // of the file, absolute
	text  []byte // of the file
	decl  *ast.FuncDecl
	index int // of the declaration in the file

	mutants []*mutant // planted so far
}

// A check is the place where a function looks whether a call has failed:
//
//	out, err := call
//	if err != nil { … }
type check struct {
	assign *ast.AssignStmt
	call   *ast.CallExpr
	op     *awssdk.Operation // of a direct call
	origin origin
	err    *ast.Ident // in assign
	stmt   *ast.IfStmt
	list   []ast.Stmt // that stmt stands in
	at     int        // its index there
}

// object returns the object of f's declaration.
func (f *function) object() *types.Func {
	fn, _ := f.info.Defs[f.decl.Name].(*types.Func)
	return fn
}

// source returns the text of a node.
func (f *function) source(n ast.Node) string {
	return string(f.text[f.offset(n.Pos()):f.offset(n.End())])
}

func (f *function) offset(pos token.Pos) int { return f.pkg.Fset.Position(pos).Offset }

// lists calls visit for each list of statements in f.
func (f *function) lists(visit func(list []ast.Stmt)) {
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			visit(n.List)
		case *ast.CaseClause:
			visit(n.Body)
		case *ast.CommClause:
			visit(n.Body)
		}
		return true
	})
}

// checks returns the checks of calls whose error comes from AWS.
func (f *function) checks() []*check {
	var all []*check
	f.lists(func(list []ast.Stmt) {
		for i, stmt := range list {
			stmt, ok := stmt.(*ast.IfStmt)
			if !ok {
				continue
			}
			assign, ok := stmt.Init.(*ast.AssignStmt)
			if stmt.Init == nil && i > 0 {
				assign, ok = list[i-1].(*ast.AssignStmt)
			}
			if !ok || len(assign.Rhs) != 1 {
				continue
			}
			call, ok := assign.Rhs[0].(*ast.CallExpr)
			if !ok {
				continue
			}
			err, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
			if !ok || err.Name == "_" || f.failed(stmt.Cond) == nil || f.failed(stmt.Cond) != f.info.ObjectOf(err) {
				continue
			}
			if op, origin := f.originOf(call); origin != "" {
				all = append(all, &check{assign, call, op, origin, err, stmt, list, i})
			}
		}
	})
	return all
}

// failed returns the variable of which cond asks whether it is not nil, and nothing else.
func (f *function) failed(cond ast.Expr) types.Object {
	b, ok := cond.(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ {
		return nil
	}
	x, ok := b.X.(*ast.Ident)
	if y, isNil := b.Y.(*ast.Ident); !ok || !isNil || y.Name != "nil" || !awssdk.IsErrorType(typeOf(f.info, x)) {
		return nil
	}
	return f.info.ObjectOf(x)
}

// mentions reports whether n names the object.
func (f *function) mentions(n ast.Node, obj types.Object) bool { return len(f.uses(n, obj)) > 0 }

// uses returns where n names the object.
func (f *function) uses(n ast.Node, obj types.Object) []*ast.Ident {
	var all []*ast.Ident
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && obj != nil && f.info.ObjectOf(id) == obj {
			all = append(all, id)
		}
		return true
	})
	return all
}

// leaves returns the return statement at the end of the check, which returns the error or something made of it,
// nil if there is none.
func (f *function) leaves(c *check) *ast.ReturnStmt {
	body := c.stmt.Body.List
	if len(body) == 0 || c.stmt.Else != nil {
		return nil
	}
	ret, ok := body[len(body)-1].(*ast.ReturnStmt)
	if !ok || !f.mentions(c.stmt.Body, f.info.ObjectOf(c.err)) {
		return nil
	}
	return ret
}

// returnsAWS reports whether f returns an error of AWS for certain: right from the call, or below the check of it.
func (f *function) returnsAWS() bool {
	fn := f.object()
	if fn == nil || !awssdk.EndsWithError(fn.Signature()) {
		return false
	}
	for _, c := range f.checks() {
		if ret := f.leaves(c); ret != nil && f.returnsOf(ret, f.info.ObjectOf(c.err)) {
			return true
		}
	}
	found := false
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) > 0 {
				if call, ok := n.Results[len(n.Results)-1].(*ast.CallExpr); ok {
					_, o := f.originOf(call)
					found = found || o != ""
				}
			}
		}
		return true
	})
	return found
}

// returnsOf reports whether the last result of ret is the error, or wraps it.
func (f *function) returnsOf(ret *ast.ReturnStmt, err types.Object) bool {
	if len(ret.Results) == 0 {
		return false
	}
	switch last := ret.Results[len(ret.Results)-1].(type) {
	case *ast.Ident:
		return f.info.ObjectOf(last) == err
	case *ast.CallExpr:
		return f.source(last.Fun) == "fmt.Errorf" && strings.Contains(f.source(last), "%w") && f.mentions(last, err)
	}
	return false
}

// matchedCalls returns the calls of f whose error it asks for its type: the last ones before the question whose error
// the variable holds.
func (f *function) matchedCalls() []*ast.CallExpr {
	var all []*ast.CallExpr
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) == 0 {
			return true
		}
		if name := f.source(call.Fun); name == "errors.As" || strings.HasPrefix(name, "errors.AsType[") {
			if err, ok := call.Args[0].(*ast.Ident); ok {
				if asked := f.lastAssigned(err); asked != nil {
					all = append(all, asked)
				}
			}
		}
		return true
	})
	return all
}

// lastAssigned returns the last call before err, a variable, whose error is assigned to it, nil if another value is.
func (f *function) lastAssigned(err *ast.Ident) (call *ast.CallExpr) {
	obj := f.info.ObjectOf(err)
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || assign.Pos() > err.Pos() || len(assign.Rhs) != 1 {
			return true
		}
		if id, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident); ok && f.info.ObjectOf(id) == obj {
			call, _ = assign.Rhs[0].(*ast.CallExpr)
		}
		return true
	})
	return call
}
