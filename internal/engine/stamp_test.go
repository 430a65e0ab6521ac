package engine

import (
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

// TestStamps changes a file and its folder in ways that size and modification time do not show.
func TestStamps(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	write := func(name, content string) {
		t.Helper()
		pause()
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, time.Unix(1e9, 0), time.Unix(1e9, 0)); err != nil {
			t.Fatal(err)
		}
	}
	write(file, "one")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name       string
		edit       func() error
		file, list bool // has changed
	}{
		{"nothing", func() error { return nil }, false, false},
		{"read", func() error { _, err := os.ReadFile(file); return err }, false, false},
		{"content", func() error { write(file, "two"); return nil }, true, false},
		{"another file of the name", func() error {
			write(filepath.Join(dir, "new"), "two")
			return os.Rename(filepath.Join(dir, "new"), file)
		}, true, true},
		{"a file beside it", func() error { write(filepath.Join(dir, "new"), ""); return nil }, false, true},
		{"content of that", func() error { write(filepath.Join(dir, "new"), "x"); return nil }, false, false},
		{"no file", func() error { return os.Remove(file) }, true, true},
	} {
		before := []stamp{stampAt(file), stampAt(dir), stampAt(link)}
		pause()
		if err := step.edit(); err != nil {
			t.Fatal(err)
		}
		after := []stamp{stampAt(file), stampAt(dir), stampAt(link)}
		if got := after[0] != before[0]; got != step.file {
			t.Errorf("%s: the file has changed: %t", step.name, got)
		}
		if got := after[1] != before[1]; got != step.list {
			t.Errorf("%s: the folder has changed: %t", step.name, got)
		}
		if after[0] != after[2] {
			t.Errorf("%s: the link has another stamp than the file", step.name)
		}
	}
	if stampAt(file) != 0 {
		t.Error("what is not there has a stamp")
	}
}

func TestSettled(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	_, changed := inode(info)
	for after, want := range map[time.Duration]bool{-time.Hour: false, 0: false, tick: false, coarseTick + 1: true} {
		if got := settled(info, changed.Add(after)); got != want {
			t.Errorf("%s after the change: %t", after, got)
		}
	}
	if !settled(nil, time.Now()) {
		t.Error("what is not there is not settled")
	}
}

func TestParallel(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 1000} {
		calls := make([]atomic.Int32, n)
		parallel(n, 64, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if c := calls[i].Load(); c != 1 {
				t.Errorf("of %d, %d is called %d times", n, i, c)
			}
		}
	}
}
