package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A fileEdit is a new text of a file.
type fileEdit struct {
	name string
	text []byte
}

// editsOf returns edits of one file of the module in dir: the first one with a finding or, if there is none,
// the first one that imports AWS. The first edit moves the file's lines. The second one has a function
// panic at once, the one with the finding if there is one, so that no error comes out of it any more.
func editsOf(dir string, findings []finding) (file string, edits []fileEdit, err error) {
	files, err := checkout.ReadSources(dir)
	if err != nil {
		return "", nil, err
	}
	name, line := fileToEdit(files, findings)
	if name == "" {
		return "", nil, nil
	}
	text := files[name]
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		return "", nil, err
	}
	insert := func(at token.Pos, inserted string) []byte {
		offset := fset.Position(at).Offset
		return fmt.Append(nil, text[:offset], inserted, text[offset:])
	}
	edits = append(edits, fileEdit{"lines moved", insert(f.Name.End(), "\n\n")})
	for _, decl := range f.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if ok && fn.Body != nil && (line == 0 || fset.Position(fn.End()).Line >= line) {
			edits = append(edits, fileEdit{"a function panics", insert(fn.Body.Lbrace+1, `panic("edited"); `)})
			break
		}
	}
	return filepath.Join(dir, filepath.FromSlash(name)), edits, nil
}

// fileToEdit returns the name of a file, and the line of a finding in it, 0 if there is none.
func fileToEdit(files checkout.Sources, findings []finding) (name string, line int) {
	for _, f := range findings {
		if _, ok := files[f.file]; ok {
			return f.file, f.line
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.Contains(files[name], `"`+awspath.V2) && !strings.HasSuffix(name, "_test.go") {
			return name, 0
		}
	}
	return "", 0
}
