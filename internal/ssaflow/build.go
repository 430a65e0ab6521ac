package ssaflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// build returns the package of pass in SSA form, and its functions, literals
// included. Functions with type errors have no body; both are nil if even so no
// SSA form can be built.
func build(pass *analysis.Pass, root inspector.Cursor) (pkg *ssa.Package, funcs []*ssa.Function) {
	files := pass.Files
	if len(pass.TypeErrors) > 0 {
		files = sound(pass)
		// The builder takes well-typed code for granted. What is left should be, but
		// it is not worth a crash where it is not.
		defer func() {
			if recover() != nil {
				pkg, funcs = nil, nil
			}
		}()
	}
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	prog.SetNoReturn(knowledge.NeverReturns)
	for _, imp := range pass.Pkg.Imports() {
		prog.CreatePackage(imp, nil, nil, true)
	}
	info := asLoops(pass.TypesInfo, root)
	pkg = prog.CreatePackage(pass.Pkg, files, info, false)
	pkg.Build()

	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if info != pass.TypesInfo {
			overArguments(fn)
		}
		settle(fn)
		funcs = append(funcs, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	if init := pkg.Func("init"); init != nil {
		add(init) // holds the literals in initializers of variables
	}
	for _, f := range files {
		for _, decl := range f.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					if fn := prog.FuncValue(obj); fn != nil {
						add(fn)
					}
				}
			}
		}
	}
	return pkg, funcs
}

// sound returns the files of pass without the declarations that have type errors.
func sound(pass *analysis.Pass) []*ast.File {
	var files []*ast.File
	for _, f := range pass.Files {
		g := *f
		g.Decls = nil
		for _, decl := range f.Decls {
			if wellTyped(pass, decl) {
				g.Decls = append(g.Decls, decl)
			}
		}
		files = append(files, &g)
	}
	return files
}

// wellTyped reports whether decl holds no type error and every expression in it
// has a valid type.
func wellTyped(pass *analysis.Pass, decl ast.Decl) bool {
	for _, err := range pass.TypeErrors {
		if decl.Pos() <= err.Pos && err.Pos <= decl.End() {
			return false
		}
	}
	if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.IMPORT {
		return true
	}
	ok := true
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BadDecl, *ast.BadExpr, *ast.BadStmt:
			ok = false
		case ast.Expr:
			if tv, known := pass.TypesInfo.Types[n]; known && invalid(tv.Type) {
				ok = false
			}
		}
		return ok
	})
	return ok
}

// invalid reports whether t is unknown or, for the types that expressions mostly
// have, made of an unknown one.
func invalid(t types.Type) bool {
	switch t := t.(type) {
	case *types.Basic:
		return t.Kind() == types.Invalid
	case *types.Pointer:
		return invalid(t.Elem())
	case *types.Slice:
		return invalid(t.Elem())
	case *types.Tuple:
		for v := range t.Variables() {
			if invalid(v.Type()) {
				return true
			}
		}
	case *types.Signature:
		return invalid(t.Params()) || invalid(t.Results())
	}
	return t == nil
}
