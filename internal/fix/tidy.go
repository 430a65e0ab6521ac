package fix

import (
	"bytes"
	"go/format"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// tidy reports whether the file parses after the edits and those in common. Where
// gofmt liked the file before, it makes the edits so that it still does, and else what they add.
func (e *Editor) tidy(common []analysis.TextEdit) bool {
	after, err := e.apply(e.edits, common)
	if err != nil {
		return false
	}
	formatted, err := format.Source(after)
	if err != nil || bytes.Equal(formatted, after) {
		return err == nil
	}
	if before, err := format.Source(e.src); err != nil || !bytes.Equal(before, e.src) {
		return e.blend()
	}
	// Lines around the edits move, such as comments that are aligned with theirs.
	after, err = e.apply(e.edits, nil)
	if err != nil {
		return false
	}
	after, err = format.Source(after)
	if err != nil {
		return false
	}
	e.edits = []analysis.TextEdit{e.difference(after)}
	after, err = e.apply(e.edits, common)
	if err != nil {
		return false
	}
	formatted, err = format.Source(after)
	return err == nil && bytes.Equal(formatted, after)
}

// blend makes the lines that the edits add as gofmt would, but indented as the file is, which gofmt does not like.
func (e *Editor) blend() bool {
	after, err := e.apply(e.edits, nil)
	if err != nil {
		return false
	}
	formatted, err := format.Source(after)
	if err != nil {
		return false
	}
	lines, want := strings.SplitAfter(string(after), "\n"), codeLines(string(formatted))
	if len(codeLines(string(after))) != len(want) {
		return true // lines were joined or split, and nobody knows which are whose
	}
	have := make(map[string]bool)
	for line := range strings.SplitAfterSeq(string(e.src), "\n") {
		have[line] = true
	}
	n := 0
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if !have[line] {
			lines[i] = e.indentation(line) + strings.TrimLeft(want[n], "\t ") + lineEnding(line)
		}
		n++
	}
	blended := []byte(strings.Join(lines, ""))
	if same, err := format.Source(blended); err != nil || !bytes.Equal(same, formatted) {
		return true // as many lines, but not the same ones
	}
	if !bytes.Equal(blended, after) {
		e.edits = []analysis.TextEdit{e.difference(blended)}
	}
	return true
}

// codeLines returns the lines of text that are not blank, without their ends.
func codeLines(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, strings.TrimRight(line, "\r\n"))
		}
	}
	return lines
}

// lineEnding returns the characters that end line.
func lineEnding(line string) string { return line[len(strings.TrimRight(line, "\r\n")):] }

// indentation returns the white space at the start of line, which an edit adds, with spaces where those of the file are.
func (e *Editor) indentation(line string) string {
	white := line[:len(line)-len(strings.TrimLeft(line, "\t "))]
	return strings.ReplaceAll(white, "\t", e.unit())
}

// indented returns text, in which lines are indented by tabs, as the file is indented.
func (e *Editor) indented(text string) string {
	unit := e.unit()
	if unit == "\t" {
		return text
	}
	var b strings.Builder
	for line := range strings.Lines(text) {
		code := strings.TrimLeft(line, "\t")
		b.WriteString(strings.Repeat(unit, len(line)-len(code)) + code)
	}
	return b.String()
}

// unit returns what the file indents by: a tab, unless all of its lines start with spaces.
func (e *Editor) unit() string {
	least := 0
	for line := range strings.Lines(string(e.src)) {
		code := strings.TrimLeft(line, " ")
		switch n := len(line) - len(code); {
		case strings.HasPrefix(line, "\t"):
			return "\t"
		case n > 1 && !strings.HasPrefix(code, "*") && (least == 0 || n < least): // not of a comment
			least = n
		}
	}
	if least == 0 {
		return "\t"
	}
	return strings.Repeat(" ", least)
}

// apply returns the file as it is after edits and common.
func (e *Editor) apply(edits, common []analysis.TextEdit) ([]byte, error) {
	var all []edit.Edit
	for _, ed := range slices.Concat(edits, common) {
		all = append(all, e.offsets(ed))
	}
	return edit.Apply(e.src, all)
}

// offsets returns ed, which is for the file of e.
func (e *Editor) offsets(ed analysis.TextEdit) edit.Edit {
	return edit.Edit{Pos: token.Position{Offset: e.offset(ed.Pos)}, End: token.Position{Offset: e.offset(ed.End)}, New: string(ed.NewText)}
}

// difference returns the edit of whole lines that makes after of the file.
func (e *Editor) difference(after []byte) analysis.TextEdit {
	have, want := bytes.SplitAfter(e.src, []byte("\n")), bytes.SplitAfter(after, []byte("\n"))
	start, n := 0, 0
	for n < min(len(have), len(want)) && bytes.Equal(have[n], want[n]) {
		start += len(have[n])
		n++
	}
	have, want = have[n:], want[n:]
	end := len(e.src)
	for len(have) > 0 && len(want) > 0 && bytes.Equal(have[len(have)-1], want[len(want)-1]) {
		end -= len(have[len(have)-1])
		have, want = have[:len(have)-1], want[:len(want)-1]
	}
	pos := func(offset int) token.Pos { return e.file.FileStart + token.Pos(offset) }
	return analysis.TextEdit{Pos: pos(start), End: pos(end), NewText: bytes.Join(want, nil)}
}
