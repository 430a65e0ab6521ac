package fix

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/token"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// Import returns the name under which the package called name at path can be used at
// pos, adding an import where the file has none. The name is "" and the fix refused
// where that cannot be, and where the file imports the package with a dot.
func (e *Editor) Import(pkgPath, name string, pos token.Pos) string {
	for _, spec := range e.file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil || p != pkgPath {
			continue
		}
		if spec.Name != nil && spec.Name.Name == "." {
			// The compiler would refuse it if the fix took its last use away.
			e.failed = true
			return ""
		}
		if pkg := e.pass.TypesInfo.PkgNameOf(spec); pkg != nil && pkg.Name() != "_" {
			e.needed = append(e.needed, spec)
			e.failed = e.failed || !e.means(pkg.Name(), pos, pkgPath) // something hides it here
			return pkg.Name()
		}
	}
	have, ok := e.imports[pkgPath]
	if !ok {
		have, ok = e.batch.imported(e, pkgPath)
	}
	if ok {
		e.imports[pkgPath] = have
		e.failed = e.failed || e.Lookup(have, pos) != nil // something hides it here
		return have
	}
	if internal(pkgPath, e.pass.Pkg.Path()) {
		e.failed = true
		return ""
	}
	for _, candidate := range aliases(pkgPath, name) {
		if !e.importTaken(candidate, pos) && e.batch.free(e, candidate, pkgPath) {
			e.imports[pkgPath] = candidate
			return candidate
		}
	}
	e.failed = true
	return ""
}

// Imports reports whether the file imports the package at pkgPath under a name.
func (e *Editor) Imports(pkgPath string) bool {
	return slices.ContainsFunc(e.file.Imports, func(spec *ast.ImportSpec) bool {
		return importPath(spec) == pkgPath && (spec.Name == nil || spec.Name.Name != "_" && spec.Name.Name != ".")
	})
}

// aliases returns the names that an import of pkgPath may get, best first.
func aliases(pkgPath, name string) []string {
	parent := path.Base(path.Dir(pkgPath))
	names := []string{name}
	if i := strings.LastIndex(parent, "-v"); i > 0 { // awsv2
		names = append(names, name+parent[i+1:])
	}
	if parent != "." && parent != "/" {
		names = append(names, strings.ReplaceAll(parent, "-", "")+name)
	}
	if knowledge.IsStd(pkgPath) {
		names = append(names, "std"+name)
	}
	return append(names, name+"pkg")
}

// importTaken reports whether name is in use in the file or the package, or means
// something else at pos.
func (e *Editor) importTaken(name string, pos token.Pos) bool {
	if slices.Contains(slices.Collect(maps.Values(e.imports)), name) || e.pass.Pkg.Scope().Lookup(name) != nil {
		return true
	}
	if scope := e.pass.TypesInfo.Scopes[e.file]; scope == nil || scope.Lookup(name) != nil {
		return true
	}
	return e.taken(name, pos)
}

// internal reports whether pkgPath is an internal package that user must not import.
func internal(pkgPath, user string) bool {
	i := strings.LastIndex("/"+pkgPath+"/", "/internal/")
	if i < 0 {
		return false
	}
	root := strings.TrimSuffix(pkgPath[:max(i-1, 0)], "/")
	return user != root && !strings.HasPrefix(user, root+"/")
}

// importEdits returns the edits for the imports that the fix removes and for those
// that it needs. All fixes that add the same import to a file make the same edit, so
// that they can be merged.
func (e *Editor) importEdits() []analysis.TextEdit {
	edits := e.dropEdits()
	for _, p := range slices.Sorted(maps.Keys(e.imports)) {
		spec := strconv.Quote(p)
		if name := e.imports[p]; name != path.Base(p) {
			spec = name + " " + spec
		}
		for _, ed := range e.importEdit(p, spec) {
			if !slices.ContainsFunc(edits, func(other analysis.TextEdit) bool {
				return other.Pos == ed.Pos && bytes.Equal(other.NewText, ed.NewText)
			}) {
				edits = append(edits, ed)
			}
		}
	}
	return edits
}

// importEdit returns the edits that add spec, the import of path p, where gofmt
// would put it: in order, in the group of its kind.
func (e *Editor) importEdit(p, spec string) []analysis.TextEdit {
	insert := func(pos token.Pos, text string) []analysis.TextEdit {
		return []analysis.TextEdit{{Pos: pos, End: pos, NewText: []byte(text)}}
	}
	var decl *ast.GenDecl
	for _, d := range e.file.Decls {
		if d, ok := d.(*ast.GenDecl); ok && d.Tok == token.IMPORT && len(e.remaining(d.Specs)) > 0 && !hasC(d) {
			decl = d
			break
		}
	}
	switch {
	case decl == nil:
		return insert(e.lineEnd(e.file.Name.End()), "\n\nimport "+spec)
	case !decl.Lparen.IsValid():
		// One import without parentheses becomes a block of two.
		old := decl.Specs[0].(*ast.ImportSpec)
		return []analysis.TextEdit{e.wrapImport(decl, old, p, spec)}
	}
	group := e.groupFor(decl, p)
	if group == nil { // none of this kind yet: a group of its own, std first
		specs := e.remaining(decl.Specs)
		first, last := specs[0], specs[len(specs)-1]
		if open := e.lineEnd(decl.Lparen); knowledge.ReservedForStd(p) && first == decl.Specs[0] && open < e.specStart(first) {
			// The blank line is an edit of its own: it stands below all imports that are added here.
			return slices.Concat(insert(open, "\n"+e.original.unit()+spec), insert(e.lineStart(e.line(open)+1), "\n"))
		}
		if knowledge.ReservedForStd(p) {
			return insert(e.specStart(first), spec+"\n\n"+e.original.unit())
		}
		return insert(e.lineEnd(last.End()), "\n\n"+e.original.unit()+spec)
	}
	for _, s := range group {
		if sortsBefore(spec, p, s) {
			return insert(e.specStart(s), spec+"\n"+e.original.unit())
		}
	}
	return insert(e.lineEnd(group[len(group)-1].End()), "\n"+e.original.unit()+spec)
}

// wrapImport turns the single import old into a block with spec.
func (e *Editor) wrapImport(decl *ast.GenDecl, old *ast.ImportSpec, p, spec string) analysis.TextEdit {
	have := e.Text(old.Pos(), e.lineEnd(old.End()))
	lines := []string{have, spec}
	if sortsBefore(spec, p, old) {
		lines = []string{spec, have}
	}
	sep := "\n" + e.original.unit()
	if knowledge.ReservedForStd(p) != knowledge.ReservedForStd(importPath(old)) {
		sep = "\n\n" + e.original.unit()
		if knowledge.ReservedForStd(p) {
			lines = []string{spec, have}
		} else {
			lines = []string{have, spec}
		}
	}
	return analysis.TextEdit{
		Pos: decl.Pos(), End: e.lineEnd(decl.End()),
		NewText: []byte("import (\n" + e.original.unit() + lines[0] + sep + lines[1] + "\n)"),
	}
}

// specStart returns where the lines of spec start, its comment included.
func (e *Editor) specStart(spec ast.Spec) token.Pos {
	if doc := spec.(*ast.ImportSpec).Doc; doc != nil {
		return doc.Pos()
	}
	return spec.Pos()
}

// groupFor returns the specs of the group of decl that an import of p belongs to:
// that of the standard library, or that with the longest common prefix.
func (e *Editor) groupFor(decl *ast.GenDecl, p string) []ast.Spec {
	var best []ast.Spec
	score := -1
	for _, group := range e.groups(decl) {
		group = e.remaining(group)
		for _, s := range group {
			q := importPath(s)
			if knowledge.ReservedForStd(q) != knowledge.ReservedForStd(p) {
				continue
			}
			if n := common(p, q); n > score {
				best, score = group, n
			}
			if knowledge.ReservedForStd(p) {
				break
			}
		}
		if best != nil && knowledge.ReservedForStd(p) {
			break
		}
	}
	return best
}

// groups splits the specs of decl at blank lines.
func (e *Editor) groups(decl *ast.GenDecl) [][]ast.Spec {
	file := e.pass.Fset.File(e.file.FileStart)
	var groups [][]ast.Spec
	last := -1
	for _, s := range decl.Specs {
		line := file.Line(e.specStart(s))
		if last < 0 || line > last+1 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], s)
		last = file.Line(s.End())
	}
	return groups
}

func importPath(s ast.Spec) string {
	p, _ := strconv.Unquote(s.(*ast.ImportSpec).Path.Value)
	return p
}

// sortsBefore reports whether gofmt puts spec, an import of p, before the import s.
func sortsBefore(spec, p string, s ast.Spec) bool {
	name := ""
	if id := s.(*ast.ImportSpec).Name; id != nil {
		name = id.Name
	}
	own, _, _ := strings.Cut(spec, strconv.Quote(p))
	return cmp.Or(cmp.Compare(p, importPath(s)), cmp.Compare(strings.TrimSpace(own), name)) < 0
}

// common returns the number of leading path elements that p and q share.
func common(p, q string) int {
	ps, qs := strings.Split(p, "/"), strings.Split(q, "/")
	n := 0
	for n < len(ps) && n < len(qs) && ps[n] == qs[n] {
		n++
	}
	return n
}

func hasC(decl *ast.GenDecl) bool {
	return slices.ContainsFunc(decl.Specs, func(s ast.Spec) bool { return importPath(s) == "C" })
}
