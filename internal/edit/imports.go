package edit

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"
)

// dropUnusedImports returns src without unused imports. names are the names of packages by path. A
// fix drops an import itself if it removes the last use, but of two fixes that each remove one
// of two uses, neither does.
func dropUnusedImports(src []byte, names map[string]string) ([]byte, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	used := make(map[string]bool)
	for _, id := range f.Unresolved { // names that this file does not declare
		used[id.Name] = true
	}
	unused := func(spec ast.Spec) bool {
		imp := spec.(*ast.ImportSpec)
		path, _ := strconv.Unquote(imp.Path.Value)
		name := names[path]
		if imp.Name != nil {
			name = imp.Name.Name
		}
		return name != "" && name != "." && name != "_" && path != "C" && !used[name]
	}

	var edits []Edit
	drop := func(n ast.Node) {
		start, end := fset.PositionFor(n.Pos(), false), fset.PositionFor(n.End(), false)
		line, rest, _ := bytes.Cut(src[end.Offset:], []byte("\n"))
		switch line = bytes.TrimSpace(line); {
		case len(line) == 0 || bytes.HasPrefix(line, []byte("//")):
			end.Offset = len(src) - len(rest)
		case line[0] == ';': // other code follows
			end.Offset += bytes.IndexByte(src[end.Offset:], ';') + 1
		}
		edits = append(edits, Edit{Pos: start, End: end})
	}
	for _, d := range f.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			continue
		}
		var unusedSpecs []ast.Spec
		for _, spec := range decl.Specs {
			if unused(spec) {
				unusedSpecs = append(unusedSpecs, spec)
			}
		}
		if len(unusedSpecs) == len(decl.Specs) {
			drop(decl)
			continue
		}
		for _, spec := range unusedSpecs {
			drop(spec)
		}
	}
	return Apply(src, edits)
}

// ImportNames adds to names the names of the packages that pkg imports, by path.
func ImportNames(names map[string]string, pkg *types.Package) {
	for _, imp := range pkg.Imports() {
		names[imp.Path()] = imp.Name()
	}
}
