package since

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/sourcegraph/go-diff/diff"
)

// parse returns the hunks of each file in a patch of git without context, by the names that the files have now. Where a hunk ends,
// its head says: any line of a file may look like one of a patch once it is marked, as "-- x" does in SQL, and
// [diff.ParseMultiFileDiff] takes two such lines for the begin of another file.
func parse(patch []byte) (map[string][]*diff.Hunk, error) {
	files := make(map[string][]*diff.Hunk)
	var hunk *diff.Hunk
	var name string // of the file, or "" if it is deleted
	var left int64  // lines of the hunk
	for line := range bytes.Lines(patch) {
		text := strings.TrimSuffix(string(line), "\n")
		switch {
		case left > 0 && line[0] == '\\': // the file has no line feed at its end
		case left > 0 && (line[0] == '-' || line[0] == '+'):
			hunk.Body = append(hunk.Body, line...)
			left--
		case left > 0:
			return nil, fmt.Errorf("a line of a hunk is %q", text)
		case strings.HasPrefix(text, "+++ "):
			name = newName(text[len("+++ "):])
		case strings.HasPrefix(text, "@@ "):
			var err error
			if hunk, err = parseHead(text); err != nil {
				return nil, err
			}
			left = int64(hunk.OrigLines) + int64(hunk.NewLines)
			if name != "" {
				files[name] = append(files[name], hunk)
			}
		}
	}
	if left > 0 {
		return nil, errors.New("it ends within a hunk")
	}
	return files, nil
}

// newName returns the name of a file as the head of its patch has it, or "" if there is no such file any more.
func newName(text string) string {
	text, _, _ = strings.Cut(text, "\t") // which follows a name with spaces
	if unquoted, err := strconv.Unquote(text); err == nil {
		text = unquoted
	}
	name, ok := strings.CutPrefix(text, "b/")
	if !ok {
		return ""
	}
	return name
}

// parseHead returns the hunk with the head "@@ -1,2 +3,4 @@", which leaves out a count of one.
func parseHead(text string) (*diff.Hunk, error) {
	bad := fmt.Errorf("the head of a hunk is %q", text)
	words := strings.Split(text, " ")
	if len(words) < 4 || words[3] != "@@" {
		return nil, bad
	}
	rangeOf := func(word, sign string) (start, count int32, ok bool) {
		word, ok = strings.CutPrefix(word, sign)
		first, rest, counted := strings.Cut(word, ",")
		if !counted {
			rest = "1"
		}
		n, err := strconv.ParseUint(first, 10, 30)
		m, err2 := strconv.ParseUint(rest, 10, 30)
		return int32(n), int32(m), ok && err == nil && err2 == nil
	}
	var hunk diff.Hunk
	var old, now bool
	hunk.OrigStartLine, hunk.OrigLines, old = rangeOf(words[1], "-")
	hunk.NewStartLine, hunk.NewLines, now = rangeOf(words[2], "+")
	if !old || !now {
		return nil, bad
	}
	return &hunk, nil
}
