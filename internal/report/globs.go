package report

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// globs are patterns of file names, in which ** stands for any number of folders.
type globs []string

// newGlobs returns the patterns in a comma-separated list.
func newGlobs(list string) (globs, error) {
	var g globs
	for pattern := range strings.SplitSeq(list, ",") {
		if pattern == "" {
			continue
		}
		if !doublestar.ValidatePattern(pattern) {
			return nil, fmt.Errorf("exclude: %q is no valid pattern", pattern)
		}
		g = append(g, pattern)
	}
	return g, nil
}

// match reports whether one of the patterns matches the end of file, from the start
// of a folder's name on. Where the module begins is not the same for all drivers.
func (g globs) match(file string) bool {
	for _, pattern := range g {
		if doublestar.MatchUnvalidated("**/"+pattern, filepath.ToSlash(file)) {
			return true
		}
	}
	return false
}
