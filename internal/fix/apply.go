package fix

import (
	"cmp"
	"errors"
	"slices"
)

// An Edit replaces the bytes [Start, End) of a file by New.
type Edit struct {
	Start, End int
	New        string
}

// ErrConflict says that two edits change the same text in different ways.
var ErrConflict = errors.New("conflicting edits")

// Apply applies edits to src. Identical edits count once; insertions at one place keep
// their order. The error is ErrConflict where edits overlap.
func Apply(src []byte, edits []Edit) ([]byte, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	seen := make(map[Edit]bool)
	edits = slices.DeleteFunc(edits, func(e Edit) bool {
		twice := seen[e]
		seen[e] = true
		return twice
	})
	var out []byte
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(src) {
			return nil, ErrConflict
		}
		out = append(out, src[at:e.Start]...)
		out = append(out, e.New...)
		at = e.End
	}
	return append(out, src[at:]...), nil
}
