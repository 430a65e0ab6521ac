package lsp

import (
	"maps"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/edit"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// lineEdits returns the edits of whole lines that make after of before.
func lineEdits(before, after string, encoding protocol.Encoding) ([]protocol.TextEdit, error) {
	hunks, err := edit.Change{Old: []byte(before), Fixed: []byte(after)}.Hunks()
	if err != nil {
		return nil, err
	}
	mapper := protocol.NewMapper(before, encoding)
	old, now := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	starts := []int{0} // offsets of lines
	for _, line := range old {
		starts = append(starts, starts[len(starts)-1]+len(line))
	}
	var edits []protocol.TextEdit
	for _, hunk := range hunks {
		n, m := linesBefore(hunk.OrigStartLine, hunk.OrigLines), linesBefore(hunk.NewStartLine, hunk.NewLines)
		first, firstNow := n, m // lines that differ begin there
		flush := func() {
			if first < n || firstNow < m {
				edits = append(edits, protocol.TextEdit{Range: mapper.Range(starts[first], starts[n]), NewText: strings.Join(now[firstNow:m], "")})
			}
		}
		for _, line := range edit.LinesOf(hunk) {
			switch line[0] {
			case ' ':
				flush()
				n, m = n+1, m+1
				first, firstNow = n, m
			case '-':
				n++
			case '+':
				m++
			}
		}
		flush()
	}
	return edits, nil
}

// linesBefore returns how many lines are before a hunk that begins with the line start, of the lines that it has in a
// file. If it has none there, start is the line before it.
func linesBefore(start, lines int32) int {
	if lines == 0 {
		return int(start)
	}
	return int(start) - 1
}

// workspaceEdit returns the edits that give files the contents in after, by name, where they have those in before now.
func (s *server) workspaceEdit(snap *snapshot, after map[string][]byte) (*protocol.WorkspaceEdit, error) {
	all := &protocol.WorkspaceEdit{DocumentChanges: []protocol.TextDocumentEdit{}}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		before, err := snap.read(name)
		if err != nil {
			return nil, err
		}
		edits, err := lineEdits(string(before), string(after[name]), s.encoding)
		if err != nil {
			return nil, err
		}
		if len(edits) == 0 {
			continue
		}
		change := protocol.TextDocumentEdit{TextDocument: protocol.VersionedTextDocument{URI: uriOf(snap.docs, name)}, Edits: edits}
		if d := snap.docs[name]; d != nil {
			change.TextDocument.Version = &d.version
		}
		all.DocumentChanges = append(all.DocumentChanges, change)
	}
	return all, nil
}

// read returns the text of a document, or of a file that is not open.
func (s *snapshot) read(name string) ([]byte, error) {
	if d := s.docs[name]; d != nil {
		return []byte(d.text), nil
	}
	return readfile.All(name)
}
