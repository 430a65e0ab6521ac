package brokenchain

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// addUnwrap returns the editor of the fix that gives the type t, or what it points to, the method
// that it lacks. There is none for types of other packages, and for those that do not hold just one
// error.
//
//	func (e *storeError) Error() string { … } => … func (e *storeError) Unwrap() error { return e.Err }
func addUnwrap(pass *rule.Pass, t types.Type) *fix.Editor {
	name := awssdk.TypeName(t)
	named, ok := name.Type().(*types.Named)
	if !ok || name.Pkg() != pass.Pkg || name.Parent() != pass.Pkg.Scope() || named.TypeParams().Len() > 0 {
		return nil
	}
	held := onlyError(named)
	if held == nil {
		return nil
	}
	if obj, _, _ := types.LookupFieldOrMethod(t, true, pass.Pkg, "Unwrap"); obj != nil {
		return nil
	}
	decl, receiver := declaredAt(pass, name)
	if decl == nil {
		return nil
	}
	e := pass.Fixes.Editor(decl.Pos())
	if e == nil {
		return nil
	}
	if receiver == "" {
		star := ""
		if _, pointer := types.Unalias(t).(*types.Pointer); pointer {
			star = "*"
		}
		receiver = string(unicode.ToLower(rune(name.Name()[0]))) + " " + star + name.Name()
	}
	self, _, _ := strings.Cut(receiver, " ")
	e.InsertAfter(decl, "\nfunc ("+receiver+") Unwrap() error { return "+self+"."+held.Name()+" }")
	return e
}

// onlyError returns the field of the struct that holds an error, nil if none or several do.
func onlyError(t *types.Named) *types.Var {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var held *types.Var
	for field := range s.Fields() {
		if !awssdk.IsErrorType(field.Type()) {
			continue
		}
		if held != nil || !awssdk.IsError(field.Type()) {
			return nil
		}
		held = field
	}
	return held
}

// declaredAt returns the declaration of the method Error of the type, and its receiver, or else the
// declaration of the type.
func declaredAt(pass *rule.Pass, name *types.TypeName) (ast.Decl, string) {
	var typeDecl ast.Decl
	for _, f := range pass.Files {
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				fn, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func)
				if !ok || fn.Name() != "Error" || awssdk.Receiver(fn) != name {
					continue
				}
				field := decl.Recv.List[0]
				if len(field.Names) != 1 || field.Names[0].Name == "_" {
					return nil, ""
				}
				star := ""
				if _, pointer := field.Type.(*ast.StarExpr); pointer {
					star = "*"
				}
				return decl, field.Names[0].Name + " " + star + name.Name()
			case *ast.GenDecl:
				if decl.Tok == token.TYPE && decl.Pos() <= name.Pos() && name.Pos() < decl.End() {
					typeDecl = decl
				}
			}
		}
	}
	return typeDecl, ""
}
