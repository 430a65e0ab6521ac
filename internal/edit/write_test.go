package edit

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestWriteOrNone checks that if the second of two files cannot be replaced, the first stays as it
// is, and no temporary file is left.
func TestWriteOrNone(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	tests := []struct {
		name  string
		ctx   context.Context
		spoil func(name string) error
		want  string
	}{
		{"interrupted", cancelled, func(string) error { return nil }, "context canceled"},
		{"read-only", t.Context(), func(name string) error { return os.Chmod(name, 0o444) }, "read-only"},
		{"changed", t.Context(), func(name string) error { return os.WriteFile(name, []byte("new"), 0o666) }, "changed while"},
		{"changed back in time", t.Context(), func(name string) error {
			info, err := os.Stat(name)
			return errors.Join(err, os.WriteFile(name, []byte("OLD"), 0o666), os.Chtimes(name, info.ModTime(), info.ModTime()))
		}, "changed while"},
		{"gone", t.Context(), os.Remove, "no such file"},
		{"a folder", t.Context(), func(name string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o777)) }, "changed while"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			changes := writeFiles(t, dir, "a", "b")
			if err := test.spoil(changes[1].Name); err != nil {
				t.Fatal(err)
			}
			before := list(t, dir)
			err := Write(test.ctx, changes, rootIs(dir))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want one with %q", err, test.want)
			}
			if got, err := os.ReadFile(changes[0].Name); err != nil || string(got) != "old" {
				t.Errorf("the first file is %q, %v", got, err)
			}
			if after := list(t, dir); after != before {
				t.Errorf("there are %s, not %s", after, before)
			}
		})
	}
}

// TestChangedLate checks that a file that changes when its new content is ready is not replaced.
func TestChangedLate(t *testing.T) {
	for name, change := range map[string]func(name, outside string) error{
		"saved": func(name, _ string) error { return os.WriteFile(name, []byte("OLD"), 0o666) },
		"replaced": func(name, _ string) error {
			return errors.Join(os.WriteFile(name+"2", []byte("OLD"), 0o666), os.Rename(name+"2", name))
		},
		"gone":     func(name, _ string) error { return os.Remove(name) },
		"a folder": func(name, _ string) error { return errors.Join(os.Remove(name), os.Mkdir(name, 0o777)) },
		"a link":   func(name, outside string) error { return errors.Join(os.Remove(name), os.Symlink(outside, name)) },
		"in another folder": func(name, outside string) error {
			dir := filepath.Dir(name)
			return errors.Join(os.Rename(dir, dir+"2"), os.Symlink(filepath.Dir(outside), dir))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			outside := writeFiles(t, dir, "b")[0].Name
			module := filepath.Join(dir, "module")
			if err := os.MkdirAll(filepath.Join(module, "sub"), 0o777); err != nil {
				t.Fatal(err)
			}
			ch := writeFiles(t, filepath.Join(module, "sub"), "b")[0]
			w := newWriter()
			defer w.close()
			r, err := w.prepare(ch, rootIs(module))
			if err != nil {
				t.Fatal(err)
			}
			if err := change(ch.Name, outside); err != nil {
				t.Skip(err) // Windows has no links without privileges, and moves no folder in use
			}
			if err := r.finish(); err == nil || !strings.Contains(err.Error(), errChanged.Error()) {
				t.Errorf("error is %v", err)
			}
			if got, _ := os.ReadFile(ch.Name); string(got) == "fixed" {
				t.Error("the file is fixed")
			}
			if got, err := os.ReadFile(outside); err != nil || string(got) != "old" {
				t.Errorf("the file outside is %q, %v", got, err)
			}
		})
	}
}

// TestWrittenAlready checks that a file with the new content counts as written: another run may have been
// faster.
func TestWrittenAlready(t *testing.T) {
	dir := t.TempDir()
	changes := writeFiles(t, dir, "a", "b")
	if err := os.WriteFile(changes[1].Name, []byte("fixed"), 0o666); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(changes[1].Name)
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), changes, rootIs(dir)); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(changes[1].Name)
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("the file was replaced, %v", err)
	}
	if got := list(t, dir); got != "a b" {
		t.Errorf("there are %s", got)
	}
}

// TestLeft checks that temporary files of a process that was killed are removed, and those of one that runs are
// not, nor what somebody else calls so.
func TestLeft(t *testing.T) {
	dir := t.TempDir()
	const left = ".awserrlint-0123456789abcdef"
	others := writeFiles(t, dir, left, ".awserrlint-mine", ".awserrlint.yml")
	changes := writeFiles(t, dir, "a")
	running := newWriter()
	root, err := running.place(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := running.enter(root, "."); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(others[0].Name, nil, 0o666); err != nil { // running had removed it
		t.Fatal(err)
	}
	if err := Write(t.Context(), changes, rootIs(dir)); err != nil {
		t.Fatal(err)
	}
	if got := list(t, dir); !strings.Contains(got, left) {
		t.Errorf("a temporary file of a process that runs is gone: %s", got)
	}
	running.close()
	if err := Create(filepath.Join(dir, "b"), nil); err != nil {
		t.Fatal(err)
	}
	want := ".awserrlint-mine .awserrlint.yml a b"
	if runtime.GOOS == "windows" { // which cannot lock folders
		want = left + " " + want
	}
	if got := list(t, dir); got != want {
		t.Errorf("there are %s, want %s", got, want)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	changes := writeFiles(t, dir, "a", "b")
	if err := os.Chmod(changes[0].Name, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), changes, rootIs(dir)); err != nil {
		t.Fatal(err)
	}
	for _, ch := range changes {
		if got, err := os.ReadFile(ch.Name); err != nil || string(got) != "fixed" {
			t.Errorf("%s is %q, %v", ch.Name, got, err)
		}
	}
	info, err := os.Stat(changes[0].Name)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != 0o640 {
		t.Errorf("mode is %o", got)
	}
	if got := list(t, dir); got != "a b" {
		t.Errorf("there are %s", got)
	}
}

// rootIs returns a function for Write that takes dir for the module of all files.
func rootIs(dir string) func(string) (string, error) {
	return func(string) (string, error) { return dir, nil }
}

// writeFiles makes files with the content "old" and returns their change to "fixed".
func writeFiles(t *testing.T, dir string, names ...string) []Change {
	t.Helper()
	var changes []Change
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
		changes = append(changes, Change{Name: path, Old: []byte("old"), Fixed: []byte("fixed")})
	}
	return changes
}

func list(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}
