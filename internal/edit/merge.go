package edit

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// A Merge is the edits of several fixes, by file and in the order of Sort. They do not conflict.
type Merge map[string][]Edit

// Add adds the edits of a fix and reports true, or adds none of them if one conflicts with an
// edit of m: both overlap, insert at the same position different texts whose order matters, or
// import different packages under one name. An edit that m has already, such as an import that two fixes need, is no conflict. Where
// one of the two only spaces a line, it is left out, since Rewrite spaces the lines of a formatted file anew.
func (m Merge) Add(edits []Edit) bool {
	var added, left []Edit
	for _, e := range edits {
		near := m.near(e)
		if slices.ContainsFunc(near, func(x Edit) bool { return compare(x, e) == 0 && x.New == e.New }) {
			continue
		}
		if m.rivals(e) {
			return false
		}
		add := true
		for _, x := range near {
			switch {
			case !overlap(x, e) && (compare(x, e) != 0 || commute(x.New, e.New)):
			case e.isSpace():
				add = false
			case x.isSpace():
				left = append(left, x)
			default:
				return false
			}
		}
		if add {
			added = append(added, e)
		}
	}
	for _, x := range left {
		m[x.Pos.Filename] = slices.DeleteFunc(m[x.Pos.Filename], func(y Edit) bool { return compare(x, y) == 0 })
	}
	for _, e := range added {
		have := m[e.Pos.Filename]
		i, _ := slices.BinarySearchFunc(have, e, func(x, e Edit) int { return cmp.Or(compare(x, e), -1) }) // behind its equals
		m[e.Pos.Filename] = slices.Insert(have, i, e)
	}
	return true
}

// near returns the edits of m that touch e. There may be many in a file, so none of the others is looked at.
func (m Merge) near(e Edit) []Edit {
	have := m[e.Pos.Filename]
	first, _ := slices.BinarySearchFunc(have, e.Pos.Offset, func(x Edit, start int) int { return cmp.Compare(x.End.Offset, start) })
	last := first
	for last < len(have) && have[last].Pos.Offset <= e.End.Offset {
		last++
	}
	return have[first:last]
}

// rivals reports whether e imports a package under a name under which an edit of m imports another one.
func (m Merge) rivals(e Edit) bool {
	name, at := imported(e.New)
	return name != "" && slices.ContainsFunc(m[e.Pos.Filename], func(x Edit) bool {
		other, there := imported(x.New)
		return name == other && at != there
	})
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
