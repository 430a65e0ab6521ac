package edit

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
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
		name := importName(imp, names)
		return name != "" && name != "." && name != "_" && imp.Path.Value != `"C"` && !used[name]
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

// missesImport reports whether fixed uses an import that src has and fixed has not: of the fixes of two rules, one may take the last use
// away and the other one bring a new one.
func missesImport(src, fixed []byte, names map[string]string) bool {
	fset := token.NewFileSet()
	before, err1 := parser.ParseFile(fset, "", src, parser.ImportsOnly)
	after, err2 := parser.ParseFile(fset, "", fixed, 0)
	if err1 != nil || err2 != nil {
		return false
	}
	have := make(map[string]bool)
	for _, imp := range after.Imports {
		have[importName(imp, names)] = true
	}
	lost := make(map[string]bool)
	for _, imp := range before.Imports {
		if name := importName(imp, names); !have[name] {
			lost[name] = true
		}
	}
	return slices.ContainsFunc(after.Unresolved, func(id *ast.Ident) bool { return lost[id.Name] })
}

// withoutDrops returns the edits but for those that only delete imports of src.
func withoutDrops(src []byte, edits []Edit) []Edit {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, parser.ImportsOnly)
	if err != nil || len(f.Decls) == 0 {
		return edits
	}
	end := fset.PositionFor(f.Decls[len(f.Decls)-1].End(), false).Offset
	return slices.DeleteFunc(slices.Clone(edits), func(e Edit) bool { return e.New == "" && e.Pos.Offset < end })
}

// importName returns the name of an import in its file, "" if it is not known. names are the names of packages by path.
func importName(imp *ast.ImportSpec, names map[string]string) string {
	if imp.Name != nil {
		return imp.Name.Name
	}
	path, _ := strconv.Unquote(imp.Path.Value)
	return names[path]
}

// ImportNames adds to names the names of the packages that pkg imports, by path.
func ImportNames(names map[string]string, pkg *types.Package) {
	for _, imp := range pkg.Imports() {
		names[imp.Path()] = imp.Name()
	}
}
