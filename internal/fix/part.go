package fix

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/token"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// A part is a part of a file that gofmt can format alone: whole lines that hold statements of one list or declarations, or the whole file. To
// format the file for each of its fixes would take minutes where there are thousands.
type part struct {
	whole      bool
	start      int    // in the file
	text       []byte // before edits
	head, tail string // of the file in which it can be formatted
}

// apply returns the text with edits, which are for the file.
func (p part) apply(edits []edit.Edit) ([]byte, error) {
	for i := range edits {
		edits[i].Pos.Offset -= p.start
		edits[i].End.Offset -= p.start
	}
	return edit.Apply(p.text, edits)
}

// format returns text, which takes the place of that of p, as gofmt prints it.
func (p part) format(text []byte) ([]byte, error) {
	formatted, err := edit.Gofmt(slices.Concat([]byte(p.head), text, []byte(p.tail)))
	formatted = bytes.TrimSuffix(bytes.TrimPrefix(formatted, []byte(p.head)), []byte(p.tail))
	return formatted, err
}

// endsBlank reports whether the first or the last line of text is blank.
func endsBlank(text []byte) bool {
	first, _, _ := bytes.Cut(text, []byte("\n"))
	last := text[bytes.LastIndexByte(text, '\n')+1:]
	return len(bytes.TrimSpace(first)) == 0 || len(bytes.TrimSpace(last)) == 0
}

// A list is statements or declarations of which a part can consist.
type list struct {
	nodes       []ast.Node
	first, last int // the lines on which they may stand
}

// parts returns the parts of the file that hold all edits, the smallest first.
func (e *Editor) parts() iter.Seq[part] {
	start := slices.MinFunc(e.edits, func(x, y analysis.TextEdit) int { return cmp.Compare(x.Pos, y.Pos) }).Pos
	end := slices.MaxFunc(e.edits, func(x, y analysis.TextEdit) int { return cmp.Compare(x.End, y.End) }).End
	return func(yield func(part) bool) {
		for _, l := range slices.Backward(e.lists(start, end)) {
			if p, ok := e.partOf(l, start, end); ok && !yield(p) {
				return
			}
		}
		yield(part{whole: true, text: e.src})
	}
}

// lists returns the lists around the range, the outermost first.
func (e *Editor) lists(start, end token.Pos) []list {
	lists := []list{{nodesOf(e.file.Decls), e.line(e.file.Name.End()) + 1, e.line(e.file.FileEnd)}}
	add := func(stmts []ast.Stmt, open, close token.Pos) {
		if open < start && end <= close {
			lists = append(lists, list{nodesOf(stmts), e.line(open) + 1, e.line(close) - 1})
		}
	}
	ast.Inspect(e.file, func(n ast.Node) bool {
		if n == nil || start < n.Pos() || n.End() < end {
			return n == e.file
		}
		switch n := n.(type) {
		case *ast.BlockStmt:
			add(n.List, n.Lbrace, n.Rbrace)
		case *ast.CaseClause:
			add(n.Body, n.Colon, n.End())
		case *ast.CommClause:
			add(n.Body, n.Colon, n.End())
		}
		return true
	})
	return lists
}

func nodesOf[N ast.Node](nodes []N) []ast.Node {
	all := make([]ast.Node, len(nodes))
	for i, n := range nodes {
		all[i] = n
	}
	return all
}

// maxAligned is how many lines with comments above and below an edit are aligned with it. In longer columns, gofmt
// has something to do after it: otherwise no two fixes there could be applied together.
const maxAligned = 100

// partOf returns the part with those nodes of l that stand where the range does. It is false if they share a line with others.
func (e *Editor) partOf(l list, start, end token.Pos) (part, bool) {
	from, to := e.line(start), e.line(end)
	i, _ := slices.BinarySearchFunc(l.nodes, from, func(n ast.Node, line int) int { return cmp.Compare(e.line(n.End()), line) })
	j := i
	for ; j < len(l.nodes) && e.line(l.nodes[j].Pos()) <= to; j++ {
		from, to = min(from, e.line(l.nodes[j].Pos())), max(to, e.line(l.nodes[j].End()))
	}
	for n := 0; n < maxAligned && i > 0 && e.line(l.nodes[i-1].End()) >= from-1 && (e.line(l.nodes[i-1].End()) == from || e.endsInComment(from-1)); n++ {
		i--
		from = e.line(l.nodes[i].Pos())
	}
	for n := 0; n < maxAligned && j < len(l.nodes) && e.line(l.nodes[j].Pos()) <= to+1 && (e.line(l.nodes[j].Pos()) == to || e.endsInComment(to+1)); n++ {
		to = e.line(l.nodes[j].End())
		j++
	}
	if from < l.first || l.last < to {
		return part{}, false
	}
	p := part{start: e.offset(e.lineStart(from)), head: "package p\n\n"}
	p.text = e.src[p.start:e.offset(e.lineEnd(e.lineStart(to)))]
	depth := 0
	for _, n := range l.nodes[i:j] {
		switch n.(type) {
		case *ast.CaseClause, *ast.CommClause, *ast.LabeledStmt:
			return part{}, false
		case ast.Stmt:
			depth = 1
			if e.original.tidy() {
				depth = len(p.text) - len(bytes.TrimLeft(p.text, "\t"))
			}
		}
	}
	p.tail = "\n"
	if depth > 0 {
		p.head, p.tail = p.head+"func _() {\n", "\n}\n"
		for n := 1; n < depth; n++ {
			p.head += strings.Repeat("\t", n) + "{\n"
			p.tail = "\n" + strings.Repeat("\t", n) + "}" + p.tail
		}
	}
	if e.original.tidy() {
		same, err := p.format(p.text)
		return p, err == nil && bytes.Equal(same, p.text) // it is as gofmt would have it in what is around
	}
	return p, true
}

// endsInComment reports whether a comment stands behind code on a line.
func (e *Editor) endsInComment(line int) bool {
	start := e.lineStart(line)
	for _, group := range e.comments(start, e.lineEnd(start)) {
		if _, alone := e.indent(group.Pos()); !alone {
			return true
		}
	}
	return false
}
