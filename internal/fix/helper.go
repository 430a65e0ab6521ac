package fix

import (
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Helper is a function that fixes add to a package in order to call it.
type Helper struct {
	Name string // that it has where this is not taken
	Sig  *types.Signature

	// Does reports whether a function that has the name and the signature already does what the
	// helper is for. Such a function is called, and none is added.
	Does func(info *types.Info, fn *ast.FuncDecl) bool

	// Declare returns the declaration. A method or type may belong to it.
	Declare func(d *Declaration) string
}

// A Home is the file to which the fixes of a package add helpers. All fixes of a
// package, of whatever rule, must have the same one, and make the same edits there, so that they can
// be merged.
type Home struct {
	batch  *Batch
	pass   *analysis.Pass
	file   *ast.File // nil if no file is fit for it
	shared bool
	names  map[*Helper]string // of helpers that fixes declare
}

// Home returns the home in the file that holds pos, which may be none. Only a shared one gets helpers that fixes of
// other files call.
func (b *Batch) Home(pos token.Pos, shared bool) *Home {
	h := &Home{batch: b, pass: b.Pass, shared: shared, names: make(map[*Helper]string)}
	for _, f := range b.Pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			h.file = f
		}
	}
	return h
}

// Editor returns an editor for the file that holds pos, nil where that cannot be edited. Its fix
// may call helpers.
func (h *Home) Editor(pos token.Pos) *Editor {
	e := h.batch.Editor(pos)
	if e != nil {
		e.home = h
	}
	return e
}

// Call returns the name under which helper can be called at pos, and declares it at
// the end of the home's file where the package does not. The name is "" and the fix refused where
// that cannot be.
func (e *Editor) Call(helper *Helper, pos token.Pos) string {
	name, declared := e.home.name(helper)
	if obj := e.Lookup(name, pos); obj != nil && obj.Parent() != e.pass.Pkg.Scope() {
		e.failed = true // a local variable hides it
		return ""
	}
	if declared {
		return name
	}
	at := e
	if e.file != e.home.file {
		if !e.home.shared {
			e.failed = true
			return ""
		}
		if e.atHome == nil {
			e.atHome = newEditor(e.batch, e.home.file)
		}
		at = e.atHome
		if at == nil || isConstrained(at.file) {
			e.failed = true
			return ""
		}
	}
	at.home = e.home
	at.declareHelper(helper, name)
	return name
}

// Has reports whether the package declares helper already.
func (h *Home) Has(helper *Helper) bool {
	_, declared := h.name(helper)
	return declared
}

// isConstrained reports whether some builds leave f out.
func isConstrained(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if c.Pos() < f.Package && (strings.HasPrefix(c.Text, "//go:build ") || strings.HasPrefix(c.Text, "// +build ")) {
				return true
			}
		}
	}
	return false
}

// name returns the name of helper in the package, and whether the package declares it.
func (h *Home) name(helper *Helper) (name string, declared bool) {
	if name, ok := h.names[helper]; ok {
		return name, false
	}
	for n := 1; ; n++ {
		name := helper.Name
		if n > 1 {
			name += strconv.Itoa(n)
		}
		if fn, ok := h.pass.Pkg.Scope().Lookup(name).(*types.Func); ok && types.Identical(fn.Signature(), helper.Sig) {
			if decl := declaration(h.pass, fn); decl != nil && helper.Does(h.pass.TypesInfo, decl) {
				return name, true
			}
		}
		if h.free(name) {
			h.names[helper] = name
			return name, false
		}
	}
}

// declaration returns the declaration of fn in the package of pass, nil if it has none with a body.
func declaration(pass *analysis.Pass, fn *types.Func) *ast.FuncDecl {
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && pass.TypesInfo.Defs[decl.Name] == fn && decl.Body != nil {
				return decl
			}
		}
	}
	return nil
}

// free reports whether the package can declare name.
func (h *Home) free(name string) bool {
	if h.pass.Pkg.Scope().Lookup(name) != nil {
		return false
	}
	for _, f := range h.pass.Files {
		if scope := h.pass.TypesInfo.Scopes[f]; scope == nil || scope.Lookup(name) != nil {
			return false
		}
	}
	for _, other := range h.names {
		if other == name {
			return false
		}
	}
	return true
}

// A Declaration is what a helper says of itself in the file that it is added to.
type Declaration struct {
	Name string

	e   *Editor
	pos token.Pos
}

// Import returns the name of the package at path, which is called name and which the file
// imports from now on.
func (d *Declaration) Import(path, name string) string { return d.e.Import(path, name, d.pos) }

// Type returns how t is written.
func (d *Declaration) Type(t types.Type) string {
	name, ok := d.e.Type(t, d.pos)
	d.e.failed = d.e.failed || !ok
	return name
}

// Refuse makes the fix one that is refused.
func (d *Declaration) Refuse() { d.e.failed = true }

// Call returns the name of another helper.
func (d *Declaration) Call(helper *Helper) string { return d.e.Call(helper, d.pos) }

// Fresh returns base, or base followed by a number, which is the name of nothing in the package.
func (d *Declaration) Fresh(base string) string {
	name := base
	for n := 2; !d.e.home.free(name); n++ {
		name = base + strconv.Itoa(n)
	}
	return name
}

// AtLeast reports whether the file may use what came with the version of Go, such as "go1.26".
func (d *Declaration) AtLeast(v string) bool { return d.e.AtLeast(v) }

// declareHelper adds helper to the end of the file, after the helpers that it calls: where
// another fix adds these alone, the common part comes first in both.
func (e *Editor) declareHelper(helper *Helper, name string) {
	if e.declared[helper] {
		return
	}
	if e.declared == nil {
		e.declared = make(map[*Helper]bool)
	}
	e.declared[helper] = true
	text, err := format.Source([]byte(helper.Declare(&Declaration{Name: name, e: e, pos: e.file.Package})))
	if err != nil {
		e.failed = true
		return
	}
	gap := "\n"
	if len(e.src) > 0 && e.src[len(e.src)-1] != '\n' {
		gap = "\n\n"
	}
	end := e.file.FileStart + token.Pos(len(e.src))
	e.helpers = append(e.helpers, analysis.TextEdit{Pos: end, End: end, NewText: []byte(gap + e.indented(strings.Trim(string(text), "\n")+"\n"))})
}
