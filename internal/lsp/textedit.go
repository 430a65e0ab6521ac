package lsp

import (
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// hunkStart matches the line of a patch that says where a hunk starts in the old text.
var hunkStart = lazyregexp.New(`^@@ -(\d+)(?:,(\d+))? `)

// lineEdits returns the edits of whole lines that make after of before.
func lineEdits(before, after string, encoding protocol.Encoding) []protocol.TextEdit {
	mapper := protocol.NewMapper(before, encoding)
	old, now := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	starts := []int{0} // offsets of lines
	for _, line := range old {
		starts = append(starts, starts[len(starts)-1]+len(line))
	}
	var edits []protocol.TextEdit
	n, m := 0, 0 // lines before, and after, that have been dealt with
	first, firstNow := -1, 0
	started := false // the first hunk
	flush := func() {
		if first >= 0 {
			edits = append(edits, protocol.TextEdit{Range: mapper.Range(starts[first], starts[n]), NewText: strings.Join(now[firstNow:m], "")})
			first = -1
		}
	}
	for line := range strings.Lines(string(diff.Diff("a", []byte(before), "b", []byte(after)))) {
		if hunk := hunkStart().FindStringSubmatch(line); hunk != nil {
			flush()
			started = true
			at := number(hunk[1])
			if hunk[2] != "0" {
				at-- // lines begin with 1, but for a hunk that removes none, which names the line before it
			}
			m += at - n // lines between hunks are the same
			n = at
			continue
		}
		if !started {
			continue
		}
		switch line[0] {
		case ' ':
			flush()
			n, m = n+1, m+1
		case '-', '+':
			if first < 0 {
				first, firstNow = n, m
			}
			if line[0] == '-' {
				n++
			} else {
				m++
			}
		}
	}
	flush()
	return edits
}

// number returns the number that text, some digits, stands for.
func number(text string) (n int) {
	for _, digit := range text {
		n = 10*n + int(digit-'0')
	}
	return n
}

// workspaceEdit returns the edits that give files the contents in after, by name, where they have those in before now.
func (s *server) workspaceEdit(snap *snapshot, after map[string][]byte) (*protocol.WorkspaceEdit, error) {
	edit := &protocol.WorkspaceEdit{DocumentChanges: []protocol.TextDocumentEdit{}}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		before, err := snap.read(name)
		if err != nil {
			return nil, err
		}
		edits := lineEdits(string(before), string(after[name]), s.encoding)
		if len(edits) == 0 {
			continue
		}
		change := protocol.TextDocumentEdit{TextDocument: protocol.VersionedTextDocument{URI: uriOf(snap.docs, name)}, Edits: edits}
		if d := snap.docs[name]; d != nil {
			change.TextDocument.Version = &d.version
		}
		edit.DocumentChanges = append(edit.DocumentChanges, change)
	}
	return edit, nil
}

// read returns the text of a document, or of a file that is not open.
func (s *snapshot) read(name string) ([]byte, error) {
	if d := s.docs[name]; d != nil {
		return []byte(d.text), nil
	}
	return os.ReadFile(name)
}
