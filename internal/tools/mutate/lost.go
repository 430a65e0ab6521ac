package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// lostOperators lose errors.
var lostOperators = []*operator{
	{name: "drop the check", rules: []string{"discarded", "outputbeforecheck"}, plant: dropCheck},
	{name: "return nil", rules: []string{"swallowed"}, plant: returnNil},
	{name: "empty branch", rules: []string{"swallowed", "outputbeforecheck"}, plant: emptyBranch},
	{name: "log and go on", rules: []string{"outputbeforecheck", "lambdabatch", "lambdaasync", "swallowed"}, plant: logOnly},
	{name: "lose the error of a body", rules: []string{"streamerr"}, plant: dropBodyError},
	{name: "remove stream.Err", rules: []string{"streamerr"}, plant: dropStreamErr},
}

// dropCheck plants
//
//	x, err := call; if err != nil { … return … err }  =>  x, _ := call
//	if err := call; err != nil { … return … err }     =>  call
func dropCheck(f *function, op *operator) {
	for _, c := range f.checks() {
		if f.leaves(c) == nil {
			continue
		}
		if edits := f.dropped(c); edits != nil {
			f.plant(op, c.origin, c.call, edits)
		}
	}
}

// dropped returns the edits that drop the error of a check, nil if the program would no longer compile.
func (f *function) dropped(c *check) []textEdit {
	others := 0
	for _, x := range c.assign.Lhs[:len(c.assign.Lhs)-1] {
		if id, ok := x.(*ast.Ident); !ok || id.Name != "_" {
			others++
		}
	}
	switch {
	case c.stmt.Init != nil && others > 0:
		return nil
	case c.stmt.Init != nil:
		return []textEdit{f.replace(c.stmt, f.source(c.call))}
	case others == 0:
		if f.declares(c.assign, c.err) && f.usedOutside(c) {
			return nil
		}
		return []textEdit{f.between(c.assign.Pos(), c.stmt.End(), f.source(c.call))}
	case f.declares(c.assign, c.err) && f.usedOutside(c):
		return nil
	}
	return append(f.blank(c.assign, c.err), f.between(c.assign.End(), c.stmt.End(), ""))
}

// declares reports whether the assignment declares the variable.
func (f *function) declares(assign *ast.AssignStmt, id *ast.Ident) bool {
	return assign.Tok == token.DEFINE && f.info.Defs[id] != nil
}

// usedOutside reports whether the error of a check is used elsewhere, too.
func (f *function) usedOutside(c *check) bool {
	for _, id := range f.uses(f.decl.Body, f.info.ObjectOf(c.err)) {
		if id != c.err && (id.Pos() < c.stmt.Pos() || c.stmt.End() <= id.Pos()) {
			return true
		}
	}
	return false
}

// blank returns the edits that put a blank in place of a variable that the assignment sets.
func (f *function) blank(assign *ast.AssignStmt, id *ast.Ident) []textEdit {
	edits := []textEdit{f.replace(id, "_")}
	if assign.Tok != token.DEFINE {
		return edits
	}
	for _, x := range assign.Lhs {
		if other, ok := x.(*ast.Ident); ok && other != id && f.info.Defs[other] != nil {
			return edits
		}
	}
	return append(edits, f.between(assign.TokPos, assign.TokPos+2, "="))
}

// returnNil plants
//
//	if err != nil { return x, err }  =>  if err != nil { return x, nil }
func returnNil(f *function, op *operator) {
	for _, c := range f.checks() {
		ret := f.leaves(c)
		if ret == nil || len(c.stmt.Body.List) > 1 || len(ret.Results) == 0 {
			continue
		}
		last := ret.Results[len(ret.Results)-1]
		only := len(ret.Results) == 1 || !f.mentions(&ast.ReturnStmt{Results: ret.Results[:len(ret.Results)-1]}, f.info.ObjectOf(c.err))
		if sig := f.signatureAt(ret); sig != nil && sig.Len() == len(ret.Results) && awssdk.IsError(sig.At(sig.Len()-1).Type()) &&
			only && f.mentions(last, f.info.ObjectOf(c.err)) {
			f.plant(op, c.origin, ret, []textEdit{f.replace(last, "nil")})
		}
	}
}

// signatureAt returns the results of the function around n, which may be a literal.
func (f *function) signatureAt(n ast.Node) *types.Tuple {
	var results *types.Tuple
	if fn := f.object(); fn != nil {
		results = fn.Signature().Results()
	}
	ast.Inspect(f.decl.Body, func(lit ast.Node) bool {
		if lit, ok := lit.(*ast.FuncLit); ok && lit.Pos() <= n.Pos() && n.End() <= lit.End() {
			if sig, ok := typeOf(f.info, lit).(*types.Signature); ok {
				results = sig.Results()
			}
		}
		return true
	})
	return results
}

// emptyBranch plants
//
//	if err != nil { … return … err }  =>  if err != nil { }
func emptyBranch(f *function, op *operator) {
	for _, c := range f.checks() {
		if f.leaves(c) != nil {
			f.plant(op, c.origin, c.stmt, []textEdit{f.replace(c.stmt.Body, "{\n}")})
		}
	}
}

// logOnly plants
//
//	if err != nil { … return … err }  =>  if err != nil { log.Print(err) }
func logOnly(f *function, op *operator) {
	for _, c := range f.checks() {
		if f.leaves(c) != nil {
			f.plant(op, c.origin, c.stmt, []textEdit{f.replace(c.stmt.Body, "{\nlog.Print("+c.err.Name+")\n}")}, "log")
		}
	}
}

// dropBodyError plants
//
//	b, err := io.ReadAll(out.Body); if err != nil { … return … err }  =>  b, _ := io.ReadAll(out.Body)
func dropBodyError(f *function, op *operator) {
	f.lists(func(list []ast.Stmt) {
		for i, stmt := range list {
			stmt, ok := stmt.(*ast.IfStmt)
			if !ok || i == 0 || stmt.Init != nil {
				continue
			}
			assign, ok := list[i-1].(*ast.AssignStmt)
			if !ok || len(assign.Rhs) != 1 {
				continue
			}
			call, isCall := assign.Rhs[0].(*ast.CallExpr)
			err, isIdent := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
			if !isCall || !isIdent || f.failed(stmt.Cond) == nil || f.failed(stmt.Cond) != f.info.ObjectOf(err) {
				continue
			}
			name := f.source(call.Fun)
			if name != "io.ReadAll" && name != "io.Copy" && name != "ioutil.ReadAll" || !f.isBody(call.Args[len(call.Args)-1]) {
				continue
			}
			c := &check{assign: assign, call: call, err: err, stmt: stmt, list: list, at: i}
			if f.leaves(c) != nil {
				if edits := f.dropped(c); edits != nil {
					f.plant(op, direct, call, edits)
				}
			}
		}
	})
}

// isBody reports whether x is the body of an output of AWS.
func (f *function) isBody(x ast.Expr) bool {
	sel, ok := x.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Body" && strings.HasSuffix(strings.TrimPrefix(typeOf(f.info, sel.X).String(), "*"), "Output") && awssdk.FromSDK(typeOf(f.info, sel.X))
}

// dropStreamErr plants
//
//	if err := stream.Err(); err != nil { … }  =>
func dropStreamErr(f *function, op *operator) {
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		stmt, ok := n.(*ast.IfStmt)
		if !ok || stmt.Else != nil {
			return true
		}
		assign, ok := stmt.Init.(*ast.AssignStmt)
		if !ok || len(assign.Rhs) != 1 {
			return true
		}
		if call, ok := assign.Rhs[0].(*ast.CallExpr); ok && len(call.Args) == 0 {
			if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Err" && awssdk.StreamOperation(typeOf(f.info, sel.X)) != nil {
				f.plant(op, direct, stmt, []textEdit{f.remove(stmt)})
			}
		}
		return true
	})
}
