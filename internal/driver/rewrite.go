package driver

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"go/types"
	"strconv"

	fixes "github.com/awserrlint/awserrlint/internal/fix"
)

// mergeFixes returns the edits of the first fix of each finding, as far as they
// can be made together. A fix that conflicts with an earlier one is left out whole.
func mergeFixes(findings []finding, skip func(finding) bool) fixes.Merge {
	m := make(fixes.Merge)
	for _, f := range findings {
		if len(f.Fixes) > 0 && !skip(f) {
			m.Add(f.Fixes[0].merged())
		}
	}
	return m
}

// rewrite returns the files that m changes, with their new content. read gives the
// content that the edits are for, names the names of packages by path.
func rewrite(m fixes.Merge, read func(name string) ([]byte, error), names map[string]string) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for name, edits := range m {
		src, err := read(name)
		if err != nil {
			return nil, err
		}
		fixed, err := fixes.Apply(src, edits)
		if err != nil {
			return nil, fmt.Errorf("%s: changed while it was analyzed", relative(name))
		}
		fixed, err = tidy(src, fixed, names)
		if err != nil {
			return nil, fmt.Errorf("%s: fixes break its syntax: %w", relative(name), err)
		}
		files[name] = fixed
	}
	return files, nil
}

// tidy returns fixed without imports that fixing src has left unused, and in the
// form of gofmt if src is.
func tidy(src, fixed []byte, names map[string]string) ([]byte, error) {
	fixed, err := dropUnusedImports(fixed, names)
	if err != nil {
		return nil, err
	}
	if formatted, err := format.Source(src); err != nil || !bytes.Equal(formatted, src) {
		return fixed, nil
	}
	return format.Source(fixed)
}

// dropUnusedImports removes the imports of src that nothing refers to. A fix does
// so itself where it removes the last use of a package, but two fixes that each
// leave a use to the other cannot know.
func dropUnusedImports(src []byte, names map[string]string) ([]byte, error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", src, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	used := make(map[string]bool)
	for _, id := range f.Unresolved { // that is, in this file
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

	var edits []fixes.Edit
	drop := func(n ast.Node) {
		start, end := fset.Position(n.Pos()), fset.Position(n.End())
		if i := bytes.IndexByte(src[end.Offset:], '\n'); i >= 0 {
			end.Offset += i + 1 // with the comment behind it
		}
		edits = append(edits, fixes.Edit{Start: start.Offset, End: end.Offset})
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
	return fixes.Apply(src, edits)
}

// packageNames adds to names those of the packages that pkg imports.
func packageNames(names map[string]string, pkg *types.Package) {
	for _, imp := range pkg.Imports() {
		names[imp.Path()] = imp.Name()
	}
}
