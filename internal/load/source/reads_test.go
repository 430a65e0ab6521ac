package source

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestReads checks that a tree knows what it has looked at.
func TestReads(t *testing.T) {
	dir := writeTree(t, `
-- m/go.mod --
module example.com/m

go 1.25
-- m/a/a.go --
package a
-- m/a/b/b.go --
package b
-- m/c/c.go --
package c
`)
	module := filepath.Join(dir, "m")
	overlaid := filepath.Join(module, "a", "b", "b.go")
	before, err := os.Stat(filepath.Join(module, "a"))
	if err != nil {
		t.Fatal(err)
	}
	tree, err := New(t.Context(), Config{
		Dir: module, Env: append(os.Environ(), "GOWORK=", "GOFLAGS=", "GOENV="+filepath.Join(dir, "none.env")),
		Overlay: map[string][]byte{overlaid: []byte("package b")},
	})
	if err != nil {
		t.Fatal(err)
	}
	folders, unmatched, err := tree.Match([]string{"./a/..."})
	if err != nil || len(unmatched) > 0 {
		t.Fatal(err, unmatched)
	}
	for _, folder := range folders {
		if err := os.WriteFile(filepath.Join(folder.Dir, "new.go"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		for _, name := range folder.GoFiles {
			if _, err := tree.File(folder.Dir, name); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := tree.Resolve("fmt", false); err != nil {
		t.Fatal(err)
	}
	tree.Resolve("example.com/m/none", false)

	infos := make(map[string]os.FileInfo)
	var names []string
	for _, r := range tree.Reads() {
		infos[r.Name] = r.Info
		names = append(names, r.Name)
	}
	for _, want := range []struct {
		name  string
		there bool
	}{
		{"none.env", false}, {"m/go.mod", true}, {"m/go.work", false}, {"go.work", false}, {"m/vendor", false},
		{"m/a", true}, {"m/a/b", true}, {"m/a/a.go", true}, {"m/none", false},
	} {
		info, ok := infos[filepath.Join(dir, want.name)]
		if !ok || (info != nil) != want.there {
			t.Errorf("%s: recorded %t, there %t, want %t", want.name, ok, info != nil, want.there)
		}
	}
	for _, not := range []string{"m/c", "m/c/c.go", "m/a/b/b.go"} {
		if slices.Contains(names, filepath.Join(dir, not)) {
			t.Errorf("%s was not read", not)
		}
	}
	if got := infos[filepath.Join(module, "a")]; !got.ModTime().Equal(before.ModTime()) {
		t.Error("the folder a was looked at after it had changed")
	}
	if name := filepath.Join(tree.Context.GOROOT, "VERSION"); infos[name] == nil {
		t.Errorf("%s tells the version of Go, and is not recorded", name)
	}
	if name := filepath.Join(tree.Context.GOROOT, "src", "fmt"); slices.Contains(names, name) {
		t.Errorf("%s never changes, and is recorded", name)
	}
}

// BenchmarkRead measures what it costs to remember a file.
func BenchmarkRead(b *testing.B) {
	r := newReads()
	r.fix("/usr/lib/go")
	r.fix("/home/gopher/go/pkg/mod")
	names := make([]string, 10_000)
	for i := range names {
		names[i] = fmt.Sprintf("/home/gopher/src/shop/store/%d.go", i)
	}
	for i := 0; b.Loop(); i++ {
		r.add(names[i%len(names)], nil)
	}
}
