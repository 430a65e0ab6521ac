package fix

import (
	"bytes"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// tidy reports whether the file parses after the edits and those in common. Where
// gofmt liked the file before, it makes the edits so that it still does, and else what they add.
func (e *Editor) tidy(common []analysis.TextEdit) bool {
	if edit.Sort(e.offsets(slices.Concat(e.edits, common))) != nil || !e.fits(common) {
		return false
	}
	if len(e.edits) == 0 {
		return true
	}
	for p := range e.parts() {
		if done, ok := e.tidyPart(p); done {
			return ok
		}
	}
	return false
}

// fits reports whether the file parses after edits, and gofmt likes it as before.
func (e *Editor) fits(edits []analysis.TextEdit) bool {
	if len(edits) == 0 {
		return true
	}
	key := fmt.Sprint(e.offsets(edits))
	ok, known := e.original.common[key]
	if !known {
		after, err := edit.Apply(e.src, e.offsets(edits))
		if err == nil && e.original.tidy() {
			ok = edit.IsFormatted(after)
		} else if err == nil {
			_, err = parser.ParseFile(token.NewFileSet(), "", after, parser.SkipObjectResolution)
			ok = err == nil
		}
		e.original.common[key] = ok
	}
	return ok
}

// tidyPart reports whether p parses after the edits, and makes them so that gofmt likes it. It is not done if a larger part has to
// be looked at.
func (e *Editor) tidyPart(p part) (done, ok bool) {
	after, err := p.apply(e.offsets(e.edits))
	if err != nil {
		return true, false
	}
	if !p.whole && endsBlank(after) {
		return false, false // gofmt may join blank lines here with those around
	}
	formatted, err := p.format(after)
	switch {
	case errors.Is(err, edit.ErrDeep):
		return true, true
	case err != nil:
		return p.whole, false // what is wrong here may be right in what is around
	case bytes.Equal(formatted, after):
		return true, true
	case !e.original.tidy():
		formatted = e.blend(p, after, formatted)
	}
	if !bytes.Equal(formatted, after) {
		// Lines around the edits move, such as comments that are aligned with theirs.
		e.edits = e.difference(p, formatted)
	}
	return true, true
}

// blend returns after, a part with edits, with the lines that they add as in formatted, where gofmt has made them, but indented as the
// file is, which gofmt does not like.
func (e *Editor) blend(p part, after, formatted []byte) []byte {
	lines, want := strings.SplitAfter(string(after), "\n"), codeLines(string(formatted))
	if len(codeLines(string(after))) != len(want) {
		return after // lines were joined or split, and nobody knows which are whose
	}
	have := make(map[string]bool)
	for line := range strings.Lines(string(p.text)) {
		have[strings.TrimRight(line, "\r\n")] = true
	}
	n := 0
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if !have[strings.TrimRight(line, "\r\n")] {
			lines[i] = e.indentation(line) + strings.TrimLeft(want[n], "\t ") + lineEnding(line)
		}
		n++
	}
	blended := []byte(strings.Join(lines, ""))
	if same, err := p.format(blended); err != nil || !bytes.Equal(same, formatted) {
		return after // as many lines, but not the same ones
	}
	return blended
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
	return strings.ReplaceAll(white, "\t", e.original.unit())
}

// indented returns text, in which lines are indented by tabs, as the file is indented.
func (e *Editor) indented(text string) string {
	unit := e.original.unit()
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

// unitOf returns what the file indents by: a tab, unless all of its lines start with spaces.
func unitOf(text []byte) string {
	least := 0
	for line := range strings.Lines(string(text)) {
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

// offsets returns edits, which are for the file of e.
func (e *Editor) offsets(edits []analysis.TextEdit) []edit.Edit {
	var all []edit.Edit
	for _, ed := range edits {
		all = append(all, edit.Edit{Pos: token.Position{Offset: e.offset(ed.Pos)}, End: token.Position{Offset: e.offset(ed.End)}, New: string(ed.NewText)})
	}
	return all
}
