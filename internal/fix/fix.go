package fix

import (
	"bytes"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// An Editor collects the edits of one fix in one file.
type Editor struct {
	batch    *Batch
	pass     *analysis.Pass
	file     *ast.File
	original *original
	src      []byte // its text
	edits    []analysis.TextEdit
	failed   bool

	imports map[string]string // path to name of the imports that this fix adds
	fresh   map[string]bool   // names that Fresh has given away

	variables map[variable]token.Pos // that the fix has claimed

	removed []ast.Node               // what the fix takes away, with its uses of imports,
	kept    []ast.Node               // but for these parts of it
	needed  []*ast.ImportSpec        // imports that the file has and the fix uses
	dropped map[*ast.ImportSpec]bool // the imports that nothing uses after that

	home     *Home // of helpers, nil if the fix calls none
	atHome   *Editor
	declared map[*Helper]bool
	helpers  []analysis.TextEdit // their declarations
}

func newEditor(b *Batch, f *ast.File) *Editor {
	s := b.original(f)
	if s == nil {
		return nil
	}
	return &Editor{batch: b, pass: b.Pass, file: f, original: s, src: s.text, imports: make(map[string]string), fresh: make(map[string]bool)}
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

// CommentStart returns where the comment starts that stands directly above stmt, and
// that of stmt itself where there is none.
func (e *Editor) CommentStart(stmt ast.Node) token.Pos {
	line := e.line(stmt.Pos())
	for _, group := range e.comments(e.lineStart(max(1, line-1)), stmt.Pos()) {
		if _, alone := e.indent(group.Pos()); alone && e.line(group.End())+1 == line {
			return group.Pos()
		}
	}
	return stmt.Pos()
}

// LineEnd returns the end of the line of pos.
func (e *Editor) LineEnd(pos token.Pos) token.Pos { return e.lineEnd(pos) }

// HasComment reports whether a comment stands between start and end.
func (e *Editor) HasComment(start, end token.Pos) bool {
	return slices.ContainsFunc(e.comments(start, end), func(c *ast.CommentGroup) bool { return start <= c.Pos() })
}

// CommentUses reports whether a comment between start and end has code that uses the variable called name, such as
// "fmt.Println(out.Items)". A word of prose is no use.
func (e *Editor) CommentUses(name string, start, end token.Pos) bool {
	uses := regexp.MustCompile(`[(&*]` + name + `\b|\b` + name + `[.\[]\w`)
	return slices.ContainsFunc(e.comments(start, end), func(group *ast.CommentGroup) bool {
		return start <= group.Pos() && slices.ContainsFunc(group.List, func(c *ast.Comment) bool { return uses.MatchString(c.Text) })
	})
}

// InsertBefore inserts lines above the line on which stmt starts. Each of them gets
// the indentation of stmt. The fix is refused where other code precedes stmt on its line.
func (e *Editor) InsertBefore(stmt ast.Node, lines string) { e.insertLines(stmt.Pos(), lines) }

// InsertAbove does the same, but above the comment that stands directly above stmt, which describes that.
func (e *Editor) InsertAbove(stmt ast.Node, lines string) { e.insertLines(e.CommentStart(stmt), lines) }

func (e *Editor) insertLines(pos token.Pos, lines string) {
	indent, alone := e.indent(pos)
	if !alone {
		e.failed = true
		return
	}
	e.Insert(pos, reindent(lines, indent)+"\n"+indent)
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

// TrailingComment returns the comment behind n on the line on which n ends, and where
// it ends: "" and the end of n where there is none.
func (e *Editor) TrailingComment(n ast.Node) (string, token.Pos) {
	end := e.lineEnd(n.End())
	text := strings.TrimSpace(e.Text(n.End(), end))
	if !strings.HasPrefix(text, "//") {
		return "", n.End()
	}
	return text, end
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

// line returns the line of pos in the file, whatever line directives say.
func (e *Editor) line(pos token.Pos) int { return e.pass.Fset.PositionFor(pos, false).Line }

// lineStart returns where a line starts.
func (e *Editor) lineStart(line int) token.Pos {
	return e.pass.Fset.File(e.file.FileStart).LineStart(line)
}

// reindent puts indent before every line of text but the first.
func reindent(text, indent string) string {
	return strings.ReplaceAll(text, "\n", "\n"+indent)
}

// Refuse makes Fix return nil.
func (e *Editor) Refuse() { e.failed = true }

// Fix returns the fix, nil if there is nothing to edit, if one of the edits was
// refused, if a comment would go, if a name would mean something else, or if the file would
// not be well-formed after it. It is gofmt-clean where the file is. Where the fix calls helpers, it has the edits of a second file.
func (e *Editor) Fix(message string) *analysis.SuggestedFix {
	if e == nil || e.failed || len(e.edits)+len(e.helpers) == 0 || !e.keepsComments(e.edits) || !e.meansWhatItSays(e.edits) {
		return nil
	}
	// What fixes have in common stays as it is, so that they can be merged.
	common := append(e.importEdits(), e.helpers...)
	if e.failed || !e.importsStandAlone(common) || !e.tidy(common) {
		return nil
	}
	edits := append(e.edits, common...)
	if e.original.crlf {
		for i, ed := range edits {
			text := bytes.ReplaceAll(ed.NewText, []byte("\r\n"), []byte("\n"))
			edits[i].NewText = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
		}
	}
	if e.atHome != nil {
		there := e.atHome.Fix(message)
		if there == nil {
			return nil
		}
		edits = append(edits, there.TextEdits...)
	}
	return &analysis.SuggestedFix{Message: message, TextEdits: edits}
}
