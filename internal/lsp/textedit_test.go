package lsp

import (
	"fmt"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// TestLineEdits applies edits, from the last to the first, and looks whether they are small.
func TestLineEdits(t *testing.T) {
	var one, two strings.Builder
	for i := range 20 {
		fmt.Fprintf(&one, "one %d\n", i)
		fmt.Fprintf(&two, "two %d\n", i)
	}
	for _, test := range []struct {
		before, after string
		edits         int
	}{
		{"a\nb\nc\n", "a\nb\nc\n", 0},
		{"a\nb\nc\n", "a\nx\nc\n", 1},
		{"a\nb\nc\n", "x\na\nb\nc\n", 1},
		{"a\nb\nc\n", "a\nb\nc\nx\n", 1},
		{"a\nb\nc", "a\nb\nc\n", 1},
		{"a\nb\nc\n", "a\nb\nc", 1},
		{"a\nb", "a\nx", 1},
		{"", "a\n", 1},
		{"a\n", "", 1},
		{"a\r\nb𝄞\r\nc\r\n", "a\r\nb𝄞x\r\nc\r\n", 1},
		{"a\n" + one.String() + "b\n" + two.String() + "c\n", "x\n" + one.String() + "y\nz\n" + two.String(), 3},
		{"--- a\n+++ b\n", "--- a\n++ c\n-- d\n", 1},
		{"a\nb\nc\nd\n", "b\nx\nd\n", 2},
		{one.String() + "a\n" + two.String(), one.String() + two.String(), 1},
		{one.String() + two.String(), one.String() + "a\n" + two.String(), 1},
	} {
		for _, encoding := range []protocol.Encoding{protocol.UTF8, protocol.UTF16} {
			edits, err := lineEdits(test.before, test.after, encoding)
			if err != nil {
				t.Fatal(err)
			}
			got := test.before
			for i := len(edits) - 1; i >= 0; i-- {
				start, end, err := protocol.NewMapper(got, encoding).Offsets(edits[i].Range)
				if err != nil {
					t.Fatal(err)
				}
				got = got[:start] + edits[i].NewText + got[end:]
			}
			if got != test.after {
				t.Errorf("%q becomes %q, not %q, by %+v", test.before, got, test.after, edits)
			}
			if len(edits) != test.edits {
				t.Errorf("%q to %q: %d edits, want %d: %+v", test.before, test.after, len(edits), test.edits, edits)
			}
		}
	}
}
