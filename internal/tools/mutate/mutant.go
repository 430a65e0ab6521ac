package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// A mutant is one fault, planted at one place.
type mutant struct {
	operator *operator
	origin   origin
	file     string // absolute
	function string // its key
	line     int    // where the fault is planted
	edits    []textEdit
	imports  []string // that the new text needs

	result result
}

// A textEdit replaces what stands between two offsets of a file.
type textEdit struct {
	start, end int
	text       string
}

// An operator plants faults of one kind.
type operator struct {
	name  string
	rules []string // that may report the fault, the first one is the one that should
	plant func(f *function, op *operator)

	// anywhere says that the finding may stand in another function than the fault.
	anywhere bool
}

// operators are all operators, in the order of the table.
func operators() []*operator {
	return slices.Concat(lostOperators, matchOperators, outputOperators, lambdaOperators)
}

// plant adds a mutant to f.
func (f *function) plant(op *operator, o origin, at ast.Node, edits []textEdit, imports ...string) {
	for _, path := range imports {
		if !f.canImport(path, importName(path)) {
			return
		}
	}
	f.mutants = append(f.mutants, &mutant{
		operator: op, origin: o, file: f.name, function: functionKey(f.decl), line: f.pkg.Fset.Position(at.Pos()).Line,
		edits: edits, imports: imports,
	})
}

var version = regexp.MustCompile(`^v[0-9]+$`)

// importName returns the name that the package at an import path most likely has.
func importName(importPath string) string {
	name := path.Base(importPath)
	if version.MatchString(name) {
		name = path.Base(path.Dir(importPath))
	}
	name, _, _ = strings.Cut(name, ".")
	return strings.TrimSuffix(strings.TrimPrefix(name, "go-"), "-go")
}

// canImport reports whether name can stand for the package at path in f: the file imports that by this name, or
// nothing else is called so in the function or the package.
func (f *function) canImport(path, name string) bool {
	for _, spec := range f.file.Imports {
		if have, _ := strconv.Unquote(spec.Path.Value); have == path {
			return spec.Name == nil || spec.Name.Name == name
		}
	}
	taken := f.pkg.Types.Scope().Lookup(name) != nil
	ast.Inspect(f.file, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == name {
			obj := f.info.ObjectOf(id)
			taken = taken || obj != nil && (obj.Parent() != nil || f.info.Defs[id] != nil)
		}
		return !taken
	})
	return !taken
}

// replace returns the edit that puts text in place of a node.
func (f *function) replace(n ast.Node, text string) textEdit {
	return textEdit{f.offset(n.Pos()), f.offset(n.End()), text}
}

// remove returns the edit that removes a node.
func (f *function) remove(n ast.Node) textEdit { return f.replace(n, "") }

// between returns the edit that puts text in place of what stands between two positions.
func (f *function) between(start, end token.Pos, text string) textEdit {
	return textEdit{f.offset(start), f.offset(end), text}
}

// mutate returns text with the edits of mutants, which do not overlap. Imports are added and removed as needed.
func mutate(text []byte, mutants []*mutant) ([]byte, error) {
	var edits []textEdit
	var imports []string
	for _, m := range mutants {
		edits = append(edits, m.edits...)
		imports = append(imports, m.imports...)
	}
	slices.SortFunc(edits, func(a, b textEdit) int { return cmp.Compare(a.start, b.start) })
	var out []byte
	last := 0
	for _, e := range edits {
		if e.start < last {
			return nil, fmt.Errorf("edits overlap at offset %d", e.start)
		}
		out = append(append(out, text[last:e.start]...), e.text...)
		last = e.end
	}
	out = append(out, text[last:]...)
	return tidyImports(text, out, imports)
}

// tidyImports adds imports to the text after, removes those that the text before uses and it does not, and formats.
func tidyImports(before, after []byte, added []string) ([]byte, error) {
	old, err := parser.ParseFile(token.NewFileSet(), "", before, 0)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", after, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	for _, path := range added {
		switch {
		case slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == strconv.Quote(path) }):
		case path == awspath.Smithy:
			astutil.AddNamedImport(fset, file, "smithy", path)
		default:
			astutil.AddImport(fset, file, path)
		}
	}
	usedBefore, usedAfter := qualifiers(old), qualifiers(file)
	for _, spec := range slices.Clone(file.Imports) {
		path, _ := strconv.Unquote(spec.Path.Value)
		name := importName(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if usedBefore[name] && !usedAfter[name] {
			if spec.Name != nil {
				astutil.DeleteNamedImport(fset, file, name, path)
			} else {
				astutil.DeleteImport(fset, file, path)
			}
		}
	}
	var b strings.Builder
	if err := format.Node(&b, fset, file); err != nil {
		return nil, err
	}
	return format.Source([]byte(b.String()))
}

// qualifiers returns the names before the dot in selectors of file that no declaration of the file explains.
func qualifiers(file *ast.File) map[string]bool {
	names := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Obj == nil {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}
