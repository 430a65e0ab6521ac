package fix

import (
	"bytes"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// difference returns the edits that make after of p: one of whole lines, and one for each line above and below in which only the
// space before a comment changes. So two fixes in a column of comments, which both align it anew, can be merged: see edit.Merge.
func (e *Editor) difference(p part, after []byte) []analysis.TextEdit {
	have, want := bytes.SplitAfter(p.text, []byte("\n")), bytes.SplitAfter(after, []byte("\n"))
	start, end := p.start, p.start+len(p.text)
	pos := func(offset int) token.Pos { return e.file.FileStart + token.Pos(offset) }
	var edits []analysis.TextEdit
	// unchanged reports whether the line from of the file is to, but for a space that it adds to the edits.
	unchanged := func(from, to []byte, at int) bool {
		if bytes.Equal(from, to) {
			return true
		}
		before, after, ok := spaced(from, to)
		if ok {
			edits = append(edits, analysis.TextEdit{Pos: pos(at + before.start), End: pos(at + before.end), NewText: to[after.start:after.end]})
		}
		return ok
	}
	for len(have) > 0 && len(want) > 0 && unchanged(have[0], want[0], start) {
		start += len(have[0])
		have, want = have[1:], want[1:]
	}
	for len(have) > 0 && len(want) > 0 && unchanged(have[len(have)-1], want[len(want)-1], end-len(have[len(have)-1])) {
		end -= len(have[len(have)-1])
		have, want = have[:len(have)-1], want[:len(want)-1]
	}
	if text := bytes.Join(want, nil); start < end || len(text) > 0 {
		edits = append(edits, analysis.TextEdit{Pos: pos(start), End: pos(end), NewText: text})
	}
	return edits
}

// A span is a range of a line.
type span struct{ start, end int }

// spaced returns the blanks before a comment in two lines that are equal but for these.
func spaced(from, to []byte) (before, after span, ok bool) {
	n := 0
	for n < min(len(from), len(to)) && from[n] == to[n] {
		n++
	}
	before, after = blanksAt(from, n), blanksAt(to, n)
	code := bytes.TrimSpace(from[:before.start])
	return before, after, before.start == after.start && before.start < before.end && after.start < after.end && len(code) > 0 &&
		bytes.HasPrefix(from[before.end:], []byte("//")) && bytes.Equal(from[before.end:], to[after.end:])
}

// blanksAt returns the blanks of a line around an offset.
func blanksAt(line []byte, at int) span {
	s := span{at, at}
	for s.start > 0 && isBlank(line[s.start-1]) {
		s.start--
	}
	for s.end < len(line) && isBlank(line[s.end]) {
		s.end++
	}
	return s
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }
