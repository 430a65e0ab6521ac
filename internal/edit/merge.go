package edit

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A Merge is the edits of fixes that can all be made, by file.
type Merge map[string][]Edit

// Add adds the edits of a fix, or none of them where one conflicts with what is
// there: they overlap, or insert at one point where the order matters.
// An edit that is there already, such as an import that two fixes need, is fine.
func (m Merge) Add(edits []Edit) bool {
	var added []Edit
	for _, e := range edits {
		have := m[e.Pos.Filename]
		if slices.ContainsFunc(have, func(x Edit) bool { return compare(x, e) == 0 && x.New == e.New }) {
			continue
		}
		if slices.ContainsFunc(have, func(x Edit) bool { return overlap(x, e) || compare(x, e) == 0 && !commute(x.New, e.New) }) {
			return false
		}
		added = append(added, e)
	}
	for _, e := range added {
		m[e.Pos.Filename] = append(m[e.Pos.Filename], e)
	}
	return true
}

// commute reports whether text x and text y, inserted at one point, can stand in either
// order: both are imports, or both declare functions, of different names.
func commute(x, y string) bool {
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
