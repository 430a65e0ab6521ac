package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/edit"
)

// TestOrder fixes the fixtures of Lambda handlers that have several files, since only their fixes add functions that other files call. It checks that each package compiles after each file
// that is written: that is where a run can be killed.
func TestOrder(t *testing.T) {
	fixtures := filepath.Join("..", "..", "..", "testdata", "src")
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(fixtures)); err != nil {
		t.Fatal(err)
	}
	l := &lab{ctx: t.Context(), tool: tool, module: dir, cache: filepath.Join(t.TempDir(), "cache")}
	old, err := l.files()
	if err != nil {
		t.Fatal(err)
	}
	count := make(map[string]int) // files by folder
	for name := range old {
		if strings.HasSuffix(name, ".go") {
			count[filepath.Dir(name)]++
		}
	}
	args := []string{"-fix"}
	for folder, n := range count {
		if n > 1 && strings.HasPrefix(folder, "lambda") {
			args = append(args, "./"+filepath.ToSlash(folder))
		}
	}
	r, err := l.run(args...)
	if err != nil {
		t.Fatal(err)
	}
	if r.code() > 1 {
		t.Fatalf("-fix ends with %d: %s", r.code(), r.stderr.String())
	}
	fixed, err := l.files()
	if err != nil {
		t.Fatal(err)
	}
	changes := make(map[string][]edit.Change) // by folder
	for name, text := range fixed {
		if string(old[name]) != string(text) {
			folder := filepath.Dir(name)
			changes[folder] = append(changes[folder], edit.Change{Name: name, Old: old[name], Fixed: text})
		}
	}

	// The first n files of each package are fixed, for all packages with more of them at once.
	l.old = old
	for n := 1; ; n++ {
		if err := l.reset(); err != nil {
			t.Fatal(err)
		}
		check := []string{"vet", "-copylocks"} // unlike go build, it does not link commands
		for folder, all := range changes {
			if len(all) <= n {
				continue
			}
			check = append(check, "./"+filepath.ToSlash(folder))
			for _, ch := range edit.Order(all)[:n] {
				if err := os.WriteFile(filepath.Join(dir, ch.Name), ch.Fixed, 0o666); err != nil {
					t.Fatal(err)
				}
			}
		}
		if len(check) == 2 {
			if n < 4 {
				t.Errorf("no fixture has more than %d files to fix", n)
			}
			return
		}
		cmd := exec.CommandContext(t.Context(), "go", check...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); strings.Contains(string(out), "vet: ") { // what copies locks is another matter
			t.Errorf("with the first %d files of each package fixed: %v\n%s", n, err, out)
		}
	}
}
