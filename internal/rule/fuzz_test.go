package rule

import (
	"go/ast"
	"strings"
	"testing"
)

// FuzzDirective checks that only what begins as a directive is one, and that a directive keeps the words of its comment.
func FuzzDirective(f *testing.F) {
	for _, text := range []string{
		"//awserrlint:ignore discarded a reason", "//lint:ignore discarded,swallowed\ta reason", "//nolint:awserrlint // why", "// nolint", "//nolint:all,x", "//awserrlint:ignore",
		"//lint:ignore ,,, \x00\u202e", "//nolint:\xff",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := parse(&ast.Comment{Text: text})
		if d == nil {
			return
		}
		if d.nolint {
			if len(d.rules) > 0 || !strings.Contains(text, "nolint") {
				t.Errorf("%q is %+v", text, d)
			}
			return
		}
		if !strings.HasPrefix(text, "//"+product+":ignore") && !strings.HasPrefix(text, "//lint:ignore") {
			t.Errorf("%q is a directive", text)
		}
		words := strings.Fields(strings.Join(d.rules, ",") + " " + d.reason)
		if have := strings.Fields(text)[1:]; strings.Join(have, " ") != strings.Join(words, " ") {
			t.Errorf("%q has the words %q, want %q", text, words, have)
		}
	})
}
