package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// as returns the call of errors.As that looks for the type of the variable v in err.
func (e *Editor) as(err, v string, pos token.Pos) string {
	name := "errors"
	if other := e.otherErrors(pos); other == nil {
		name = e.Import("errors", "errors", pos)
	} else {
		i := slices.IndexFunc(e.file.Imports, func(spec *ast.ImportSpec) bool { return e.pass.TypesInfo.PkgNameOf(spec) == other })
		e.needed = append(e.needed, e.file.Imports[i])
	}
	return name + ".As(" + err + ", &" + v + ")"
}

// asType returns the call of errors.AsType that looks for the type typ in err.
func (e *Editor) asType(err, typ string, pos token.Pos) string {
	return e.Import("errors", "errors", pos) + ".AsType[" + typ + "](" + err + ")"
}

// hasAsType reports whether the fix can call errors.AsType at pos.
func (e *Editor) hasAsType(pos token.Pos) bool {
	return e.AtLeast("go1.26") && e.otherErrors(pos) == nil
}

// otherErrors returns the package that the file imports as errors in place of that of the standard
// library, if it has the function As as well, so that the fix needs no second package:
//
//	import "github.com/pkg/errors" // since version 0.9.0
func (e *Editor) otherErrors(pos token.Pos) *types.PkgName {
	name, ok := e.Lookup("errors", pos).(*types.PkgName)
	if !ok || slices.ContainsFunc(e.file.Imports, func(spec *ast.ImportSpec) bool { return importPath(spec) == "errors" }) {
		return nil
	}
	if as, ok := name.Imported().Scope().Lookup("As").(*types.Func); ok && types.Identical(as.Type(), signatureOfAs) {
		return name
	}
	return nil
}

// signatureOfAs is that of errors.As: func(error, any) bool.
var signatureOfAs = types.NewSignatureType(nil, nil, nil,
	types.NewTuple(types.NewParam(token.NoPos, nil, "err", types.Universe.Lookup("error").Type()), types.NewParam(token.NoPos, nil, "target", types.NewInterfaceType(nil, nil))),
	types.NewTuple(types.NewParam(token.NoPos, nil, "", types.Typ[types.Bool])), false)
