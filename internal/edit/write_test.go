package edit

import (
	"context"
	"os"
	"path/filepath"
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
		{"gone", t.Context(), os.Remove, "no such file"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			changes := writeFiles(t, dir, "a", "b")
			if err := test.spoil(changes[1].Name); err != nil {
				t.Fatal(err)
			}
			before := list(t, dir)
			err := Write(test.ctx, changes)
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

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	changes := writeFiles(t, dir, "a", "b")
	if err := os.Chmod(changes[0].Name, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), changes); err != nil {
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

// writeFiles makes files with the content "old" and returns their change to "fixed".
func writeFiles(t *testing.T, dir string, names ...string) []Change {
	t.Helper()
	var changes []Change
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
		changes = append(changes, Change{path, []byte("old"), []byte("fixed")})
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
