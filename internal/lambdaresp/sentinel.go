package lambdaresp

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// sentinelForm returns the form of the text of g, an error of another package of the program, if it is made of
// that in its declaration. The drivers load such variables without their values, so it reads them, without types.
// Results that are kept depend on them: they are part of the declarations that package engine hashes.
//
//	var ErrNotFound = errors.New("not found")
func (s *Set) sentinelForm(g *ssa.Global) Form {
	if ssaflow.Assignable(g) || g.Object() == nil {
		return Unproven
	}
	file := s.source(s.Program().Fset.Position(g.Object().Pos()).Filename)
	if file == nil {
		return Unproven
	}
	for _, decl := range file.Decls {
		vars, ok := decl.(*ast.GenDecl)
		if !ok || vars.Tok != token.VAR {
			continue
		}
		for _, spec := range vars.Specs {
			spec := spec.(*ast.ValueSpec)
			i := slices.IndexFunc(spec.Names, func(name *ast.Ident) bool { return name.Name == g.Name() })
			if i >= 0 && len(spec.Values) == len(spec.Names) {
				return errorForm(file, spec.Values[i])
			}
		}
	}
	return Unproven
}

// errorForm returns the form of the text of the error that e, an expression in the file, makes of a literal.
func errorForm(file *ast.File, e ast.Expr) Form {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return Unproven
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return Unproven
	}
	text, ok := literal(call.Args[0])
	switch path := importedAs(file, sel.X); {
	case !ok:
	case path == "fmt" && sel.Sel.Name == "Errorf":
		if beginsText(text) || isLabelled(text) {
			return Text
		}
	case knowledge.HasStdAs(path) && sel.Sel.Name == "New":
		return constantForm(text)
	}
	return Unproven
}

// importedAs returns the import path of the package that e names in the file, "" where it names none.
func importedAs(file *ast.File, e ast.Expr) string {
	id, ok := e.(*ast.Ident)
	if !ok {
		return ""
	}
	for _, imp := range file.Imports {
		name, path := "", strings.Trim(imp.Path.Value, "\"`")
		if imp.Name != nil {
			name = imp.Name.Name
		}
		if name == id.Name || name == "" && path[strings.LastIndex(path, "/")+1:] == id.Name {
			return path
		}
	}
	return ""
}
