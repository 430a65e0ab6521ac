package analyzers_test

import (
	"cmp"
	"maps"
	"slices"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// generous is the edits of several fixes, by file, as drivers of golang.org/x/tools merge them: go vet
// -fix, golangci-lint. They refuse less than edit.Merge does: insertions at one position are all
// made, and so are insertions into a text that another fix replaces.
type generous map[string][]edit.Edit

// add adds the edits of a fix and reports true, or adds none of them if one conflicts.
func (g generous) add(edits []edit.Edit) bool {
	byFile := make(map[string][]edit.Edit)
	for _, e := range edits {
		byFile[e.Pos.Filename] = append(byFile[e.Pos.Filename], e)
	}
	for file, edits := range byFile {
		slices.SortStableFunc(edits, func(x, y edit.Edit) int {
			return cmp.Or(cmp.Compare(x.Pos.Offset, y.Pos.Offset), cmp.Compare(x.End.Offset, y.End.Offset))
		})
		merged, ok := mergeGenerously(slices.Clone(g[file]), edits)
		if !ok {
			return false
		}
		byFile[file] = merged
	}
	maps.Copy(g, byFile)
	return true
}

// mergeGenerously merges two sorted lists of edits, neither of which overlaps itself.
func mergeGenerously(x, y []edit.Edit) (merged []edit.Edit, ok bool) {
	for len(x) > 0 && len(y) > 0 {
		a, b := &x[0], &y[0]
		switch {
		case a.Pos.Offset == b.Pos.Offset && a.End.Offset == b.End.Offset && a.New == b.New: // once is enough
			y = y[1:]
		case a.End.Offset <= b.Pos.Offset:
			merged = append(merged, *a)
			x = x[1:]
		case b.End.Offset <= a.Pos.Offset:
			merged = append(merged, *b)
			y = y[1:]
		case a.Pos.Offset < b.Pos.Offset: // delete what precedes the other
			merged = append(merged, edit.Edit{Pos: a.Pos, End: b.Pos})
			a.Pos = b.Pos
		case b.Pos.Offset < a.Pos.Offset:
			merged = append(merged, edit.Edit{Pos: b.Pos, End: a.Pos})
			b.Pos = a.Pos
		default:
			return nil, false
		}
	}
	return slices.Concat(merged, x, y), true
}
