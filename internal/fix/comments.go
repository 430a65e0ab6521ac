package fix

import (
	"strings"

	"golang.org/x/tools/go/analysis"
)

// keepsComments reports whether each comment that stands in what the edits replace also stands in what they write.
func (e *Editor) keepsComments(edits []analysis.TextEdit) bool {
	var written strings.Builder
	for _, ed := range edits {
		written.Write(ed.NewText)
	}
	lost := make(map[string]int) // how often by text
	for _, group := range e.file.Comments {
		for _, c := range group.List {
			for _, ed := range edits {
				if ed.Pos <= c.Pos() && c.End() <= ed.End {
					lost[c.Text]++
				}
			}
		}
	}
	for text, n := range lost {
		if strings.Count(written.String(), text) < n {
			return false
		}
	}
	return true
}
