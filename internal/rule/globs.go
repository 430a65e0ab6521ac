package rule

import (
	"path/filepath"
	"slices"

	"github.com/bmatcuk/doublestar/v4"
)

// globs are patterns of the names of files, in which ** stands for any number of folders,
// or of operations.
type globs []string

// matchName reports whether one of the patterns matches name.
func (g globs) matchName(name string) bool {
	return slices.ContainsFunc(g, func(pattern string) bool { return doublestar.MatchUnvalidated(pattern, name) })
}

// MatchFile reports whether pattern, a word of the flag -exclude, matches file.
func MatchFile(pattern, file string) bool {
	return doublestar.MatchUnvalidated("**/"+pattern, filepath.ToSlash(file))
}

// matchFile reports whether one of the patterns matches the end of file, from the start
// of a folder's name on. Where the module begins is not the same for all drivers.
func (g globs) matchFile(file string) bool {
	for _, pattern := range g {
		if MatchFile(pattern, file) {
			return true
		}
	}
	return false
}
