package fix

import (
	"cmp"
	"errors"
	"slices"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// An Edit replaces the bytes [Start, End) of a file by New.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// A Merge is the edits of fixes that can all be made, by file.
type Merge map[string][]Edit

// Add adds the edits of a fix, or none of them where one conflicts with what is
// there: they overlap, or insert at one point where the order matters.
// An edit that is there already, such as an import that two fixes need, is fine.
func (m Merge) Add(edits []Edit) bool {
	var added []Edit
	for _, e := range edits {
		have := m[e.File]
		if slices.Contains(have, e) {
			continue
		}
		if slices.ContainsFunc(have, func(x Edit) bool { return overlap(x, e) || compareEdits(x, e) == 0 && !Commute(x.New, e.New) }) {
			return false
		}
		added = append(added, e)
	}
	for _, e := range added {
		m[e.File] = append(m[e.File], e)
	}
	return true
}

// compareEdits orders the edits of a file by place, an insertion before what
// replaces the text after it.
func compareEdits(x, y Edit) int {
	return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
}

// Commute reports whether text x and text y, inserted at one point, can stand in either
// order: both are imports, or both declare functions, of different names.
func Commute(x, y string) bool {
	if importLine().MatchString(x) && importLine().MatchString(y) {
		return true
	}
	f, g := declaredFunc().FindStringSubmatch(x), declaredFunc().FindStringSubmatch(y)
	return f != nil && g != nil && f[1] != g[1]
}

var (
	importLine   = lazyregexp.New(`^(\s*\n\s*(\w+ )?"[^"\n]+"|(\w+ )?"[^"\n]+"\s*\n\s*)$`)
	declaredFunc = lazyregexp.New(`^\s*\n// (?s:.*?)\nfunc (\w+)\((?s:.*)\n}\r?\n$`)
)

// overlap reports whether x and y change the same text.
func overlap(x, y Edit) bool { return x.Start < y.End && y.Start < x.End }

// ErrConflict says that two edits change the same text, or text that the file does not have.
var ErrConflict = errors.New("conflicting edits")

// Apply returns src, the content of one file, with edits made. Insertions at one
// point keep their order. The error is ErrConflict.
func Apply(src []byte, edits []Edit) ([]byte, error) {
	var out []byte
	at := 0
	for _, e := range slices.SortedStableFunc(slices.Values(edits), compareEdits) {
		if e.Start < at || e.End < e.Start || e.End > len(src) {
			return nil, ErrConflict
		}
		out = append(out, src[at:e.Start]...)
		out = append(out, e.New...)
		at = e.End
	}
	return append(out, src[at:]...), nil
}
