package fix

import (
	"bytes"
	"go/scanner"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// meansWhatItSays reports whether the predeclared names and the names of imports in what the edits write mean that where they
// write it. A program may have a variable called len or errors, and one that is declared in the line above an edit hides a package
// only from there on.
func (e *Editor) meansWhatItSays(edits []analysis.TextEdit) bool {
	packages := make(map[string]types.Object) // that the fix uses; nil for those that it imports
	for _, name := range e.imports {
		packages[name] = nil
	}
	for _, spec := range e.needed {
		if pkg := e.pass.TypesInfo.PkgNameOf(spec); pkg != nil {
			packages[pkg.Name()] = pkg
		}
	}
	for _, ed := range edits {
		// A block ends with its last statement, behind which an edit may insert.
		places := []token.Pos{e.codeBefore(ed.Pos) - 1, ed.Pos, ed.End}
		for name := range identifiers(ed.NewText) {
			want, known := packages[name]
			if obj := types.Universe.Lookup(name); obj != nil {
				want, known = obj, true
			}
			if known && slices.ContainsFunc(places, func(pos token.Pos) bool { return e.Lookup(name, pos) != want }) {
				return false
			}
		}
	}
	return true
}

// codeBefore returns where the code before pos ends, without comments and space.
func (e *Editor) codeBefore(pos token.Pos) token.Pos {
	for {
		end := e.file.FileStart + token.Pos(len(bytes.TrimRight(e.src[:e.offset(pos)], " \t\r\n")))
		comments := e.comments(end-1, end)
		if len(comments) == 0 {
			return end
		}
		pos = comments[0].Pos()
	}
}

// identifiers returns the identifiers in code that no dot precedes.
func identifiers(code []byte) map[string]bool {
	var s scanner.Scanner
	s.Init(token.NewFileSet().AddFile("", -1, len(code)), code, func(token.Position, string) {}, 0) // it need not be whole
	names := make(map[string]bool)
	for before := token.ILLEGAL; ; {
		_, tok, lit := s.Scan()
		switch {
		case tok == token.EOF:
			return names
		case tok == token.IDENT && before != token.PERIOD:
			names[lit] = true
		}
		before = tok
	}
}
