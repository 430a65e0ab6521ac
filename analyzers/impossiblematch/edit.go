package impossiblematch

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// matchOther returns the editor of the fix that makes m ask for the type called name of the package at path. It returns nil where the program does
// more with the error than every modelled error allows.
//
//	var notFound *types.NoSuchKey => var notFound *types.NotFound
func matchOther(pass *rule.Pass, m *errmatch.Match, path, name string) *fix.Editor {
	typ, v := pass.Asked.TypeOf(m)
	if typ == nil {
		return nil
	}
	asked := 0
	for use := range usesOf(pass, v) {
		if use.addressed {
			asked++
		} else if use.sel == nil || !common[use.sel.Name] {
			return nil
		}
	}
	if asked > 1 {
		return nil // another match asks for the type as well
	}
	e := pass.Fixes.Editor(typ.Pos())
	if e == nil {
		return nil
	}
	e.Replace(typ, "*"+e.Import(path, "types", typ.Pos())+"."+name)
	return e
}

// matchInterface returns the editor of the fix that makes m ask for smithy.APIError and reads its fields by methods:
//
//	var apiErr *smithy.GenericAPIError … apiErr.Code => var apiErr smithy.APIError … apiErr.ErrorCode()
func matchInterface(pass *rule.Pass, m *errmatch.Match) *fix.Editor {
	typ, v := pass.Asked.TypeOf(m)
	if typ == nil || v == nil {
		return nil
	}
	e := pass.Fixes.Editor(typ.Pos())
	if e == nil {
		return nil
	}
	methods := map[string]string{"Code": "ErrorCode()", "Message": "ErrorMessage()", "Fault": "ErrorFault()"}
	for use := range usesOf(pass, v) {
		switch {
		case use.addressed:
		case use.sel == nil:
			return nil
		case methods[use.sel.Name] != "":
			e.Replace(use.sel, methods[use.sel.Name])
		case !common[use.sel.Name]:
			return nil
		}
	}
	e.Replace(typ, e.Import(awspath.Smithy, "smithy", typ.Pos())+".APIError")
	return e
}

// common are the methods that every modelled error has.
var common = map[string]bool{"Error": true, "ErrorCode": true, "ErrorMessage": true, "ErrorFault": true}

// A use is where a variable is used: as the operand of a selector for sel, or for its address.
type use struct {
	sel       *ast.Ident
	addressed bool
}

// usesOf yields the uses of v, which may be nil.
func usesOf(pass *rule.Pass, v types.Object) func(yield func(use) bool) {
	return func(yield func(use) bool) {
		for cur := range pass.Flow.Uses(v) {
			u := use{}
			switch parent := cur.Parent().Node().(type) {
			case *ast.SelectorExpr:
				u.sel = parent.Sel
			case *ast.UnaryExpr:
				u.addressed = parent.Op == token.AND
			}
			if !yield(u) {
				return
			}
		}
	}
}
