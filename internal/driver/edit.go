package driver

import (
	"cmp"

	fixes "github.com/awserrlint/awserrlint/internal/fix"
)

// compareEdits orders edits by place, an insertion before what replaces the text
// after it.
func compareEdits(x, y edit) int {
	return cmp.Or(
		cmp.Compare(x.Pos.Filename, y.Pos.Filename),
		cmp.Compare(x.Pos.Offset, y.Pos.Offset),
		cmp.Compare(x.End.Offset, y.End.Offset),
	)
}

// overlap reports whether x and y change the same text.
func overlap(x, y edit) bool {
	return x.Pos.Filename == y.Pos.Filename && x.Pos.Offset < y.End.Offset && y.Pos.Offset < x.End.Offset
}

// merged returns the edits of f in the form that fixes.Merge takes.
func (f fix) merged() []fixes.Edit {
	edits := make([]fixes.Edit, len(f.Edits))
	for i, e := range f.Edits {
		edits[i] = fixes.Edit{File: e.Pos.Filename, Start: e.Pos.Offset, End: e.End.Offset, New: e.New}
	}
	return edits
}
