package rule

import (
	"testing"

	"github.com/awserrlint/awserrlint/internal/option"
)

func TestGlobs(t *testing.T) {
	for _, test := range []struct {
		list, file string
		want       bool
	}{
		{"", "/src/a.go", false},
		{"a.go", "/src/a.go", true},
		{"a.go", "/src/aa.go", false},
		{"internal/legacy/**", "/src/m/internal/legacy/deep/er/a.go", true},
		{"internal/legacy/**", "/src/m/internal/legacy.go", false},
		{"internal/legacy/*.go", "/src/m/internal/legacy/deep/a.go", false},
		{"x.go,**/old/*.go", "/src/m/old/a.go", true},
		{"*.pb.go", "/src/m/a.pb.go", true},
	} {
		list := option.NewList(option.Files)
		if err := list.Set(test.list); err != nil {
			t.Errorf("%q: %v", test.list, err)
		}
		if got := globs(list.Words).matchFile(test.file); got != test.want {
			t.Errorf("%q matches %s: have %t, want %t", test.list, test.file, got, test.want)
		}
	}
}
