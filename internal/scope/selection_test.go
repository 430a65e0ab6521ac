package scope

import (
	"os"
	"path/filepath"
	"testing"
)

func TestCovers(t *testing.T) {
	root := t.TempDir()
	for _, module := range []string{"", "nested", "store/deep"} {
		dir := filepath.Join(root, module)
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		patterns []string
		file     string
		want     bool
	}{
		{[]string{"./..."}, "a.go", true},
		{[]string{"./..."}, "store/a.go", true},
		{[]string{"./..."}, "store/gone/a.go", true},
		{[]string{"./..."}, "nested/a.go", false},
		{[]string{"./..."}, "store/deep/er/a.go", false},
		{[]string{"./store/deep/..."}, "store/deep/er/a.go", true},
		{[]string{"."}, "a.go", true},
		{[]string{"."}, "store/a.go", false},
		{[]string{"./queue", "./store"}, "store/a.go", true},
		{[]string{"./store"}, "storeroom/a.go", false},
		{[]string{"./store/..."}, "storeroom/a.go", false},
		{[]string{"example.com/store"}, "store/a.go", false},
		{[]string{"./s.../x"}, "store/x/a.go", false},
	} {
		s := Selection{Dir: root}
		for _, text := range test.patterns {
			s.patterns = append(s.patterns, pattern{text: text})
		}
		if got := s.Covers(filepath.Join(root, test.file)); got != test.want {
			t.Errorf("%v covers %s: %t", test.patterns, test.file, got)
		}
	}
}
