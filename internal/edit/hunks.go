package edit

import (
	"bytes"
	"slices"
	"strings"

	"github.com/sourcegraph/go-diff/diff"
)

// Hunks returns the parts of the file that the change touches, none if it changes nothing.
func (c Change) Hunks() ([]*diff.Hunk, error) {
	_, patch, _ := bytes.Cut(c.Diff("a", "b"), []byte("\n")) // the first line is a command
	if len(patch) == 0 {
		return nil, nil
	}
	f, err := diff.ParseFileDiff(patch)
	if err != nil {
		return nil, err
	}
	return f.Hunks, nil
}

// LinesOf returns the lines of a hunk, each with what it is in its first byte: a space, - or +.
func LinesOf(hunk *diff.Hunk) []string {
	return slices.DeleteFunc(strings.SplitAfter(string(hunk.Body), "\n"), func(line string) bool {
		return line == "" || line[0] == '\\' // which says that the file has no line feed at its end
	})
}
