package finding

import (
	"go/token"
	"testing"
)

func TestParsePosition(t *testing.T) {
	for pos, want := range map[string]token.Position{
		"":            {},
		"/a/b.go":     {Filename: "/a/b.go"},
		"/a/b.go:7":   {Filename: "/a/b.go", Line: 7},
		"/a/b.go:7:8": {Filename: "/a/b.go", Line: 7, Column: 8},
		"/a:1/b.go:7": {Filename: "/a:1/b.go", Line: 7},
		"/a/1:2/b.go": {Filename: "/a/1:2/b.go"},
		`C:\b.go:7:8`: {Filename: `C:\b.go`, Line: 7, Column: 8},
	} {
		if got := ParsePosition(pos); got != want {
			t.Errorf("%q is %+v, want %+v", pos, got, want)
		}
	}
}
