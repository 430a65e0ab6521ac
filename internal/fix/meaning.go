package fix

import (
	"go/ast"
	"go/scanner"
	"go/token"
	"go/types"
	"slices"
	"strings"

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
		for name := range identifiers(ed.NewText) {
			want, known := packages[name]
			if obj := types.Universe.Lookup(name); obj != nil {
				want, known = obj, true
			}
			// A block ends with its last statement, behind which an edit may insert.
			for _, pos := range []token.Pos{e.codeBefore(ed.Pos) - 1, ed.Pos, ed.End} {
				if known && e.Lookup(name, pos) != want {
					return false
				}
			}
		}
	}
	return true
}

// codeBefore returns where the code before pos ends, without comments and space.
func (e *Editor) codeBefore(pos token.Pos) token.Pos {
	for {
		text := e.Text(e.file.FileStart, pos)
		end := e.file.FileStart + token.Pos(len(strings.TrimRight(text, " \t\r\n")))
		i := slices.IndexFunc(e.file.Comments, func(c *ast.CommentGroup) bool { return c.Pos() < end && end <= c.End() })
		if i < 0 {
			return end
		}
		pos = e.file.Comments[i].Pos()
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
