package fix

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// importsStandAlone reports whether no import shares its line with another one, which edits of imports rely on, if there are such.
func (e *Editor) importsStandAlone(edits []analysis.TextEdit) bool {
	if len(edits) == 0 {
		return true
	}
	file := e.pass.Fset.File(e.file.FileStart)
	last := file.Line(e.file.Name.End())
	for _, d := range e.file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			return file.Line(d.Pos()) > last // but those that declare other things, all imports are here
		}
		if file.Line(decl.Pos()) == last {
			return false
		}
		last = file.Line(decl.End())
		if !decl.Lparen.IsValid() {
			continue
		}
		line := 0
		for _, spec := range decl.Specs {
			if file.Line(spec.Pos()) == line {
				return false
			}
			line = file.Line(spec.End())
		}
	}
	return true
}
