package fix

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A Batch makes the editors of fixes that are meant to be applied together: what one
// declares above a statement or imports does not collide with those that are kept before it.
type Batch struct {
	Pass *analysis.Pass

	kept      []*Editor
	originals map[*ast.File]*original // nil where a file cannot be edited
	aliases   map[alias]string        // to the path of the import that has the name
	variables map[variable]token.Pos
}

// An alias is the name of an import in a file.
type alias struct {
	file *ast.File
	name string
}

// A variable is what a fix declares in a block, or in a function.
type variable struct {
	block     ast.Node
	name, typ string
}

// NewBatch returns a batch without editors for the files of pass.
func NewBatch(pass *analysis.Pass) *Batch {
	return &Batch{Pass: pass, originals: make(map[*ast.File]*original), aliases: make(map[alias]string), variables: make(map[variable]token.Pos)}
}

// Editor returns an editor for the file that holds pos. It returns nil where
// the file cannot be edited: it is not part of the package as written (as with
// cgo), or its source cannot be read.
func (b *Batch) Editor(pos token.Pos) *Editor {
	if f := b.file(pos); f != nil {
		return newEditor(b, f)
	}
	return nil
}

// file returns the file that holds pos, nil if there is none.
func (b *Batch) file(pos token.Pos) *ast.File {
	for _, f := range b.Pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// Keep adds e, whose edits are complete, to the fixes of b, unless it is nil or refused.
func (b *Batch) Keep(e *Editor) {
	if e == nil || e.failed {
		return
	}
	b.kept = append(b.kept, e)
	for _, e := range []*Editor{e, e.atHome} {
		if e == nil {
			continue
		}
		for path, name := range e.imports {
			b.aliases[alias{e.file, name}] = path
		}
		for v, pos := range e.variables {
			b.variables[v] = pos
		}
	}
}

// DropImports makes the fixes that are kept remove the imports that nothing uses once all of
// them are applied.
func (b *Batch) DropImports() {
	byFile := make(map[*ast.File][]*Editor)
	for _, e := range b.kept {
		byFile[e.file] = append(byFile[e.file], e)
	}
	for _, editors := range byFile {
		if slices.ContainsFunc(editors, func(e *Editor) bool { return len(e.removed) > 0 }) {
			dropImports(editors)
		}
	}
}

// free reports whether the import of path may have the name in the file of e.
func (b *Batch) free(e *Editor, name, path string) bool {
	have, ok := b.aliases[alias{e.file, name}]
	return !ok || have == path
}

// imported returns the name under which a fix that is kept imports path in the file of e, false where none does.
func (b *Batch) imported(e *Editor, path string) (string, bool) {
	for have, p := range b.aliases {
		if have.file == e.file && p == path {
			return have.name, true
		}
	}
	return "", false
}

// Claim reports whether the fix can declare a variable of the type typ at pos in block, as
// far as the others of the batch are concerned, and keeps those that follow from doing so. Fixes that
// declare the same variable at the same position share it.
func (e *Editor) Claim(block ast.Node, pos token.Pos, name, typ string) bool {
	for _, declared := range []map[variable]token.Pos{e.batch.variables, e.variables} {
		for v, p := range declared {
			if v.block == block && v.name == name && (v.typ != typ || p != pos) {
				return false
			}
		}
	}
	if e.variables == nil {
		e.variables = make(map[variable]token.Pos)
	}
	e.variables[variable{block, name, typ}] = pos
	return true
}
