package edit

import (
	"cmp"
	"errors"
	"fmt"
	"go/token"
	"slices"
	"strings"
)

// An Edit replaces a range of a file. Of its positions, only Filename and Offset matter.
type Edit struct {
	Pos, End token.Position // in the same file; equal for an insertion
	New      string
}

// isSpace reports whether e only spaces a line, such as to align the comment at its end: no fix puts blanks in the place of something else.
func (e Edit) isSpace() bool {
	return e.Pos.Offset < e.End.Offset && e.New != "" && strings.Trim(e.New, " \t") == ""
}

// Sort sorts edits by position, an insertion before a replacement at the same position. It
// returns an error if two edits overlap.
func Sort(edits []Edit) error {
	slices.SortStableFunc(edits, compare)
	for i := 1; i < len(edits); i++ {
		if overlap(edits[i-1], edits[i]) {
			return fmt.Errorf("overlapping edits at %s", edits[i].Pos)
		}
	}
	return nil
}

// compare orders edits by position, an insertion before a replacement at the same position.
func compare(x, y Edit) int {
	return cmp.Or(
		cmp.Compare(x.Pos.Filename, y.Pos.Filename),
		cmp.Compare(x.Pos.Offset, y.Pos.Offset),
		cmp.Compare(x.End.Offset, y.End.Offset),
	)
}

// overlap reports whether x and y change the same text.
func overlap(x, y Edit) bool {
	return x.Pos.Filename == y.Pos.Filename && x.Pos.Offset < y.End.Offset && y.Pos.Offset < x.End.Offset
}

// ErrConflict means that two edits overlap, or that an edit is not within the file.
var ErrConflict = errors.New("conflicting edits")

// Apply returns src, the content of one file, with edits applied. Insertions at the same
// position keep their order. The error is ErrConflict.
func Apply(src []byte, edits []Edit) ([]byte, error) {
	var out []byte
	at := 0
	for _, e := range slices.SortedStableFunc(slices.Values(edits), compare) {
		start, end := e.Pos.Offset, e.End.Offset
		if start < at || end < start || end > len(src) {
			return nil, ErrConflict
		}
		out = append(out, src[at:start]...)
		out = append(out, e.New...)
		at = end
	}
	return append(out, src[at:]...), nil
}
