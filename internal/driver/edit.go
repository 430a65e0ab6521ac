package driver

import (
	"bytes"
	"cmp"
	"slices"

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

// conflict reports whether x and y of two fixes cannot both be made: they overlap,
// or insert at one point where the order matters.
func conflict(x, y edit) bool {
	return overlap(x, y) || compareEdits(x, y) == 0 && !fixes.Commute(x.New, y.New)
}

// A merge is the edits of fixes that can all be made, by file.
type merge map[string][]edit

// add adds all edits of f, or none where one of them conflicts with what is there.
// An edit that is there already, such as an import that two fixes need, is fine.
func (m merge) add(f fix) bool {
	var added []edit
	for _, e := range f.Edits {
		have := m[e.Pos.Filename]
		if slices.Contains(have, e) {
			continue
		}
		if slices.ContainsFunc(have, func(x edit) bool { return conflict(x, e) }) {
			return false
		}
		added = append(added, e)
	}
	for _, e := range added {
		m[e.Pos.Filename] = append(m[e.Pos.Filename], e)
	}
	return true
}

// applyEdits returns src with edits made, which do not overlap. Insertions at one
// point keep their order.
func applyEdits(src []byte, edits []edit) []byte {
	var out bytes.Buffer
	done := 0
	for _, e := range slices.SortedStableFunc(slices.Values(edits), compareEdits) {
		out.Write(src[done:e.Pos.Offset])
		out.WriteString(e.New)
		done = e.End.Offset
	}
	out.Write(src[done:])
	return out.Bytes()
}
