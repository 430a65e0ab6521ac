package fix

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// A Batch makes the editors of fixes that are meant to be applied together: what they
// declare and import does not collide.
type Batch struct {
	aliases   map[alias]string // to the path of the import that has the name
	variables map[variable]token.Pos
}

// An alias is the name of an import in a file.
type alias struct {
	file *ast.File
	name string
}

// A variable is what fixes declare in a block.
type variable struct {
	block     ast.Node
	name, typ string
}

// NewBatch returns a batch without editors.
func NewBatch() *Batch {
	return &Batch{aliases: make(map[alias]string), variables: make(map[variable]token.Pos)}
}

// New is New for an editor of the batch.
func (b *Batch) New(pass *analysis.Pass, pos token.Pos) *Editor {
	e := New(pass, pos)
	if e != nil {
		e.batch = b
	}
	return e
}

// claim reports whether the import of path may have the name in the file of e, and
// keeps other fixes of the batch from giving it to another import.
func (b *Batch) claim(e *Editor, name, path string) bool {
	if b == nil {
		return true
	}
	a := alias{e.file, name}
	if have, ok := b.aliases[a]; ok {
		return have == path
	}
	b.aliases[a] = path
	return true
}

// declare reports whether a variable of the type may be declared at pos in block.
func (b *Batch) declare(block ast.Node, pos token.Pos, name, typ string) bool {
	if b == nil {
		return true
	}
	for v, p := range b.variables {
		if v.block == block && v.name == name && (v.typ != typ || p != pos) {
			return false
		}
	}
	b.variables[variable{block, name, typ}] = pos
	return true
}
