package edit

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A Merge is the edits of several fixes, by file. They do not conflict.
type Merge map[string][]Edit

// Add adds the edits of a fix and reports true, or adds none of them if one conflicts with an
// edit of m: both overlap, insert at the same position different texts whose order matters, or
// import different packages under one name. An edit that m has already, such as an import that two fixes need, is no conflict.
func (m Merge) Add(edits []Edit) bool {
	var added []Edit
	for _, e := range edits {
		have := m[e.Pos.Filename]
		if slices.ContainsFunc(have, func(x Edit) bool { return compare(x, e) == 0 && x.New == e.New }) {
			continue
		}
		if slices.ContainsFunc(have, func(x Edit) bool {
			return overlap(x, e) || compare(x, e) == 0 && !commute(x.New, e.New) || rival(x.New, e.New)
		}) {
			return false
		}
		added = append(added, e)
	}
	for _, e := range added {
		m[e.Pos.Filename] = append(m[e.Pos.Filename], e)
	}
	return true
}

// commute reports whether x and y may be inserted at the same position in either order: both are
// imports, or both declare functions, with different names.
func commute(x, y string) bool {
	if importLine().MatchString(x) && importLine().MatchString(y) {
		return true
	}
	f, g := declaredFunc().FindStringSubmatch(x), declaredFunc().FindStringSubmatch(y)
	return f != nil && g != nil && f[1] != g[1]
}

// rival reports whether x and y import different packages under one name.
func rival(x, y string) bool {
	name, at := imported(x)
	other, there := imported(y)
	return name != "" && name == other && at != there
}

// imported returns the name and the path of the package that an edit imports, "" if it imports none.
func imported(text string) (name, at string) {
	if !importLine().MatchString(text) {
		return "", ""
	}
	name, at, _ = strings.Cut(strings.TrimSpace(text), `"`)
	at = strings.TrimSuffix(at, `"`)
	return cmp.Or(strings.TrimSpace(name), path.Base(at)), at
}

var (
	importLine   = lazyregexp.New(`^(\s*\n\s*(\w+ )?"[^"\n]+"|(\w+ )?"[^"\n]+"\s*\n\s*)$`)
	declaredFunc = lazyregexp.New(`^\s*\n// (?s:.*?)\nfunc (\w+)\((?s:.*)\n}\r?\n$`)
)
