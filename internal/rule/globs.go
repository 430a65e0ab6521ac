package rule

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// globs are patterns of the names of files, in which ** stands for any number of folders,
// or of operations.
type globs []string

// newGlobs returns the patterns in the comma-separated list that is the flag called name.
func newGlobs(name, list string) (globs, error) {
	var g globs
	for pattern := range strings.SplitSeq(list, ",") {
		if pattern == "" {
			continue
		}
		if !doublestar.ValidatePattern(pattern) {
			return nil, fmt.Errorf("%s: %q is no valid pattern", name, pattern)
		}
		g = append(g, pattern)
	}
	return g, nil
}

// matchName reports whether one of the patterns matches name.
func (g globs) matchName(name string) bool {
	return slices.ContainsFunc(g, func(pattern string) bool { return doublestar.MatchUnvalidated(pattern, name) })
}

// matchFile reports whether one of the patterns matches the end of file, from the start
// of a folder's name on. Where the module begins is not the same for all drivers.
func (g globs) matchFile(file string) bool {
	for _, pattern := range g {
		if doublestar.MatchUnvalidated("**/"+pattern, filepath.ToSlash(file)) {
			return true
		}
	}
	return false
}
