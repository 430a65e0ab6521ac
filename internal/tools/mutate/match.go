package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// matchOperators match errors in a wrong way.
var matchOperators = []*operator{
	{name: "match the text", rules: []string{"errstring"}, plant: matchText},
	{name: "assert the type", rules: []string{"errassert"}, plant: assertType},
	{name: "match another type", rules: []string{"impossiblematch"}, plant: matchOther},
	{name: "match any error first", rules: []string{"matchorder"}, plant: matchAnyFirst},
	{name: "%w to %v", rules: []string{"brokenchain"}, plant: breakChain, anywhere: true},
}

// An asking is a call of errors.As for an error type of AWS:
//
//	var v *types.X
//	… errors.As(err, &v)
type asking struct {
	call *ast.CallExpr
	err  *ast.Ident
	v    types.Object
	decl *ast.DeclStmt
	typ  ast.Expr // in decl
	uses []*ast.Ident

	op     *awssdk.Operation // that the error comes from, nil if that is not seen
	origin origin
}

// askings returns the calls of errors.As whose error comes from AWS, or from the callers of f.
func (f *function) askings() []*asking {
	decls := make(map[types.Object]*ast.DeclStmt)
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		if stmt, ok := n.(*ast.DeclStmt); ok {
			if gen, ok := stmt.Decl.(*ast.GenDecl); ok && gen.Tok == token.VAR && len(gen.Specs) == 1 {
				if spec := gen.Specs[0].(*ast.ValueSpec); len(spec.Names) == 1 && spec.Type != nil && len(spec.Values) == 0 {
					decls[f.info.Defs[spec.Names[0]]] = stmt
				}
			}
		}
		return true
	})
	var all []*asking
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 || f.source(call.Fun) != "errors.As" {
			return true
		}
		err, ok := call.Args[0].(*ast.Ident)
		if !ok {
			return true
		}
		addr, ok := call.Args[1].(*ast.UnaryExpr)
		if !ok || addr.Op != token.AND {
			return true
		}
		v, ok := addr.X.(*ast.Ident)
		if !ok || decls[f.info.ObjectOf(v)] == nil || awssdk.ErrorGeneration(typeOf(f.info, v)) != 2 {
			return true
		}
		a := &asking{call: call, err: err, v: f.info.ObjectOf(v)}
		a.decl = decls[a.v]
		a.typ = a.decl.Decl.(*ast.GenDecl).Specs[0].(*ast.ValueSpec).Type
		for _, id := range f.uses(f.decl.Body, a.v) {
			if id != v && id != a.decl.Decl.(*ast.GenDecl).Specs[0].(*ast.ValueSpec).Names[0] {
				a.uses = append(a.uses, id)
			}
		}
		if a.op, a.origin = f.errorAt(err); a.origin != "" {
			all = append(all, a)
		}
		return true
	})
	return all
}

// errorAt returns where the error that an identifier names comes from: the last call before it whose error is assigned
// to it, or the callers of f.
func (f *function) errorAt(err *ast.Ident) (op *awssdk.Operation, o origin) {
	obj := f.info.ObjectOf(err)
	if params := f.object().Signature().Params(); params != nil {
		for i := range params.Len() {
			if params.At(i) == obj {
				return nil, parameter
			}
		}
	}
	if call := f.lastAssigned(err); call != nil {
		return f.originOf(call)
	}
	return nil, ""
}

// matchText plants
//
//	var v *types.X … errors.As(err, &v)  =>  strings.Contains(err.Error(), "X")
func matchText(f *function, op *operator) {
	for _, a := range f.askings() {
		if name := serviceError(a.v.Type()); name != "" && len(a.uses) == 0 {
			f.plant(op, a.origin, a.call, []textEdit{f.remove(a.decl), f.replace(a.call, "strings.Contains("+a.err.Name+".Error(), "+strconv.Quote(name)+")")}, "strings")
		}
	}
}

// assertType plants
//
//	var v T … if errors.As(err, &v) { … v … }  =>  if v, ok := err.(T); ok { … v … }
func assertType(f *function, op *operator) {
	for _, a := range f.askings() {
		stmt := f.ifOf(a.call)
		if name := awssdk.TypeName(a.v.Type()); name != nil && name.Name() == "OperationError" {
			continue // it is not wrapped
		}
		if stmt == nil || stmt.Init != nil || slices.ContainsFunc(a.uses, func(id *ast.Ident) bool {
			return id.Pos() < stmt.Body.Pos() || stmt.Body.End() <= id.Pos()
		}) {
			continue
		}
		v := a.v.Name()
		if len(a.uses) == 0 {
			v = "_"
		}
		f.plant(op, a.origin, a.call, []textEdit{f.remove(a.decl), f.replace(a.call, v+", ok := "+a.err.Name+".("+f.source(a.typ)+"); ok")})
	}
}

// ifOf returns the if statement whose condition is x, nil if there is none.
func (f *function) ifOf(x ast.Expr) (found *ast.IfStmt) {
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		if stmt, ok := n.(*ast.IfStmt); ok && stmt.Cond == x {
			found = stmt
		}
		return true
	})
	return found
}

// matchOther plants
//
//	var v *types.X  =>  var v *types.Y
//
// where the operation cannot return Y, an error of the same service.
func matchOther(f *function, op *operator) {
	for _, a := range f.askings() {
		name := serviceError(a.v.Type())
		star, isStar := a.typ.(*ast.StarExpr)
		if name == "" || !isStar || a.op == nil || a.op.Generation != 2 || len(a.uses) > 0 { // the other type has other fields
			continue
		}
		sel, ok := star.X.(*ast.SelectorExpr)
		if !ok {
			continue
		}
		if other := f.impossible(a, name); other != "" {
			f.plant(op, a.origin, a.call, []textEdit{f.replace(sel.Sel, other)})
		}
	}
}

// impossible returns the first error type of the service which the operation cannot return.
func (f *function) impossible(a *asking, name string) string {
	obj := awssdk.TypeName(a.v.Type())
	service, err := model.Open(f.pkg.Fset.Position(obj.Pos()).Filename, f.pkg.Dir)
	if err != nil || service.Decoder != model.PerOperation || awspath.Services+"/"+service.Name != a.op.Package {
		return ""
	}
	possible, err := service.Errors(a.op.Name)
	if err != nil || !slices.ContainsFunc(possible, func(e model.Error) bool { return e.Type == name }) {
		return ""
	}
	all, err := service.AllErrors()
	if err != nil {
		return ""
	}
	for _, e := range all {
		if !slices.ContainsFunc(possible, func(p model.Error) bool { return p.Type == e.Type }) {
			return e.Type
		}
	}
	return ""
}

// matchAnyFirst plants
//
//	if errors.As(err, &v) { return … }  =>  var any smithy.APIError; if errors.As(err, &any) { return err }; if errors.As(err, &v) { return … }
func matchAnyFirst(f *function, op *operator) {
	f.lists(func(list []ast.Stmt) {
		for i, stmt := range list {
			for _, a := range f.askings() {
				if serviceError(a.v.Type()) == "" || f.ifOf(a.call) != stmt {
					continue
				}
				var ret *ast.ReturnStmt
				for _, later := range list[i+1:] {
					if r, ok := later.(*ast.ReturnStmt); ok && f.mentions(r, f.info.ObjectOf(a.err)) {
						ret = r
					}
				}
				if ret == nil {
					continue
				}
				text := "var apiErrorFirst smithy.APIError\nif errors.As(" + a.err.Name + ", &apiErrorFirst) {\n" + f.source(ret) + "\n}\n"
				f.plant(op, a.origin, stmt, []textEdit{f.between(stmt.Pos(), stmt.Pos(), text)}, awspath.Smithy)
			}
		}
	})
}

// breakChain plants
//
//	fmt.Errorf("… %w", err)  =>  fmt.Errorf("… %v", err)
//
// in functions whose callers match the error.
func breakChain(f *function, op *operator) {
	if !implements(f.matched, f.object()) {
		return
	}
	for _, c := range f.checks() {
		ret := f.leaves(c)
		if ret == nil || !f.returnsOf(ret, f.info.ObjectOf(c.err)) {
			continue
		}
		call, ok := ret.Results[len(ret.Results)-1].(*ast.CallExpr)
		if !ok {
			continue
		}
		if format, ok := call.Args[0].(*ast.BasicLit); ok {
			if at := indexOnly(format.Value, "%w"); at >= 0 {
				start := f.offset(format.Pos()) + at
				f.plant(op, c.origin, call, []textEdit{{start, start + 2, "%v"}})
			}
		}
	}
}

// serviceError returns the name of the error type of a service that t points to, such as NoSuchKey, "" if it is none.
func serviceError(t types.Type) string {
	name := awssdk.TypeName(t)
	if name == nil || name.Pkg() == nil || !strings.Contains(name.Pkg().Path(), "/aws-sdk-go-v2/service/") || !awssdk.IsErrorType(t) {
		return ""
	}
	if _, ok := types.Unalias(t).(*types.Pointer); !ok {
		return ""
	}
	return name.Name()
}
