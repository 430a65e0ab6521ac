// Package fix builds the edits of suggested fixes: imports, fresh names, zero
// values, replaced and inserted text. Where a fix is not certain to be right it is
// refused: no fix is better than a wrong one.
package fix

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// An Editor collects the edits of one fix in one file.
type Editor struct {
	pass   *analysis.Pass
	file   *ast.File
	src    []byte
	edits  []analysis.TextEdit
	failed bool

	imports map[string]string // path to name of the imports that this fix adds
	fresh   map[string]bool   // names that Fresh has given away
}

// New returns an editor for the file of pass that holds pos. It returns nil where
// the file cannot be edited: it is not part of the package as written (as with
// cgo), or its source cannot be read.
func New(pass *analysis.Pass, pos token.Pos) *Editor {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return newEditor(pass, f)
		}
	}
	return nil
}

func newEditor(pass *analysis.Pass, f *ast.File) *Editor {
	tf := pass.Fset.File(f.FileStart)
	name := tf.Name()
	// A line directive means that another file was the source of this one.
	if !strings.HasSuffix(name, ".go") || pass.Fset.Position(f.Package).Filename != name {
		return nil
	}
	for _, imp := range f.Imports {
		if imp.Path.Value == `"C"` {
			return nil
		}
	}
	src, err := pass.ReadFile(name)
	if err != nil || len(src) != tf.Size() {
		return nil
	}
	return &Editor{pass: pass, file: f, src: src, imports: make(map[string]string), fresh: make(map[string]bool)}
}

// Source returns the text of n.
func (e *Editor) Source(n ast.Node) string { return e.Text(n.Pos(), n.End()) }

// Text returns the text between start and end.
func (e *Editor) Text(start, end token.Pos) string {
	return string(e.src[e.offset(start):e.offset(end)])
}

func (e *Editor) offset(pos token.Pos) int { return int(pos - e.file.FileStart) }

// Replace replaces n by text.
func (e *Editor) Replace(n ast.Node, text string) { e.ReplaceRange(n.Pos(), n.End(), text) }

// ReplaceRange replaces what stands between start and end by text.
func (e *Editor) ReplaceRange(start, end token.Pos, text string) {
	e.edits = append(e.edits, analysis.TextEdit{Pos: start, End: end, NewText: []byte(text)})
}

// Insert inserts text at pos.
func (e *Editor) Insert(pos token.Pos, text string) { e.ReplaceRange(pos, pos, text) }

// InsertBefore inserts lines above the line on which stmt starts. Each of them gets
// the indentation of stmt. The fix is refused where other code precedes stmt on its line.
func (e *Editor) InsertBefore(stmt ast.Node, lines string) {
	indent, alone := e.indent(stmt.Pos())
	if !alone {
		e.failed = true
		return
	}
	e.Insert(stmt.Pos(), reindent(lines, indent)+"\n"+indent)
}

// InsertAfter inserts lines below the line on which stmt ends, behind a comment
// that ends that line. Each of them gets the indentation of the line on which stmt starts.
// The fix is refused where other code follows stmt on its line.
func (e *Editor) InsertAfter(stmt ast.Node, lines string) {
	indent, _ := e.indent(stmt.Pos())
	end := e.lineEnd(stmt.End())
	rest := strings.TrimSpace(e.Text(stmt.End(), end))
	if rest != "" && !strings.HasPrefix(rest, "//") {
		e.failed = true
		return
	}
	e.Insert(end, "\n"+indent+reindent(lines, indent))
}

// Indent gives the lines of text, but for the first, the indentation of the line of pos.
func (e *Editor) Indent(text string, pos token.Pos) string {
	indent, _ := e.indent(pos)
	return reindent(text, indent)
}

// indent returns the white space at the start of the line of pos, and whether
// nothing else precedes pos on that line.
func (e *Editor) indent(pos token.Pos) (string, bool) {
	off := e.offset(pos)
	start := bytes.LastIndexByte(e.src[:off], '\n') + 1
	before := string(e.src[start:off])
	trimmed := strings.TrimLeft(before, " \t")
	return before[:len(before)-len(trimmed)], trimmed == ""
}

func (e *Editor) lineEnd(pos token.Pos) token.Pos {
	off := e.offset(pos)
	n := bytes.IndexByte(e.src[off:], '\n')
	if n < 0 {
		n = len(e.src) - off
	} else if n > 0 && e.src[off+n-1] == '\r' {
		n--
	}
	return pos + token.Pos(n)
}

// reindent puts indent before every line of text but the first.
func reindent(text, indent string) string {
	return strings.ReplaceAll(text, "\n", "\n"+indent)
}

// Refuse makes Fix return nil.
func (e *Editor) Refuse() { e.failed = true }

// Fix returns the fix, nil if there is nothing to edit, if one of the edits was
// refused, or if the file would not be well-formed or, where it was, not gofmt-clean
// after it.
func (e *Editor) Fix(message string) *analysis.SuggestedFix {
	if e == nil || e.failed || len(e.edits) == 0 {
		return nil
	}
	e.addImports()
	if e.failed {
		return nil
	}
	edits, ok := e.tidy()
	if !ok {
		return nil
	}
	return &analysis.SuggestedFix{Message: message, TextEdits: edits}
}

// tidy checks that the file parses after the edits. Where gofmt would then lay it
// out differently although it liked the file before, the fix is refused, too.
func (e *Editor) tidy() ([]analysis.TextEdit, bool) {
	var edits []Edit
	for _, ed := range e.edits {
		edits = append(edits, Edit{Start: e.offset(ed.Pos), End: e.offset(ed.End), New: string(ed.NewText)})
	}
	after, err := Apply(e.src, edits)
	if err != nil {
		return nil, false
	}
	formatted, err := format.Source(after)
	if err != nil {
		return nil, false
	}
	if !bytes.Equal(formatted, after) {
		before, err := format.Source(e.src)
		if err == nil && bytes.Equal(before, e.src) {
			return nil, false
		}
	}
	return e.edits, true
}

// Zero returns an expression for the zero value of t as it can be written at pos,
// false if there is none that is obvious.
func (e *Editor) Zero(t types.Type, pos token.Pos) (string, bool) {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch info := u.Info(); {
		case info&types.IsBoolean != 0:
			return "false", true
		case info&types.IsNumeric != 0:
			return "0", true
		case info&types.IsString != 0:
			return `""`, true
		}
		return "nil", u.Kind() == types.UnsafePointer || u.Kind() == types.UntypedNil
	case *types.Struct, *types.Array:
		name, ok := e.Type(t, pos)
		return name + "{}", ok
	case *types.Interface:
		if _, ok := types.Unalias(t).(*types.TypeParam); ok {
			name, ok := e.Type(t, pos)
			return "*new(" + name + ")", ok
		}
	}
	return "nil", true
}

// Zeros returns the zero values of all results of sig but the last, each followed
// by a comma, ready to stand before the last one in a return statement at pos.
func (e *Editor) Zeros(sig *types.Signature, pos token.Pos) (string, bool) {
	var b strings.Builder
	for i := range sig.Results().Len() - 1 {
		zero, ok := e.Zero(sig.Results().At(i).Type(), pos)
		if !ok {
			return "", false
		}
		b.WriteString(zero + ", ")
	}
	return b.String(), true
}

// Type returns how t is written at pos, importing what it needs.
func (e *Editor) Type(t types.Type, pos token.Pos) (string, bool) {
	ok := true
	name := types.TypeString(t, func(p *types.Package) string {
		if p == e.pass.Pkg {
			return ""
		}
		q := e.Import(p.Path(), p.Name(), pos)
		ok = ok && q != ""
		return q
	})
	return name, ok
}
