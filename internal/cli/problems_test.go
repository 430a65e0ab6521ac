package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/finding"
)

func TestProblemLines(t *testing.T) {
	problems := []finding.Problem{
		{Package: "other.org/m/x", Pos: "a.go:3:2", Message: "other.org/m@v1.0.0: 403 Forbidden"},
		{Package: "other.org/m/y", Pos: "a.go:4:2", Message: "other.org/m@v1.0.0: 403 Forbidden"},
		{Package: "other.org/n", Pos: "a.go:5:2", Message: "no required module provides package other.org/n"},
		{Package: "example.com/a", Pos: "a.go:3:2", Message: `could not import other.org/m/x (invalid package name: "")`},
		{Package: "example.com/a", Pos: "a.go:9:9", Message: "undefined: z"},
		{Package: "example.com/b", Pos: "b.go:3:2", Message: `could not import other.org/m/x (invalid package name: "")`},
		{Package: "example.com/b", Pos: "b.go:8:8", Message: "undefined: z"},
		{Package: "example.com/b", Pos: "b.go:9:8", Message: "undefined: z"},
		{Package: "example.com/c", Message: "edit failed: told to fail"},
		{Package: "example.com/d", Message: "edit failed: told to fail"},
	}
	want := []string{
		"a.go:3:2: other.org/m@v1.0.0: 403 Forbidden (and 5 more in 2 files)",
		"b.go:8:8: undefined: z (and 1 more in this file)",
		"example.com/c: edit failed: told to fail",
		"example.com/d: edit failed: told to fail",
	}
	if got := problemLines(problems); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
