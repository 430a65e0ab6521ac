//go:build unix

package hostile

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFiles puts what is no file to read where the program looks for one. The packages beside it are analyzed, unless
// it is go.mod, go.work or the settings.
func TestFiles(t *testing.T) {
	pipe := func(name string) error { return syscall.Mkfifo(name, 0o666) }
	zeros := func(name string) error { return os.Symlink("/dev/zero", name) }
	huge := func(name string) error {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			return err
		}
		return os.Truncate(name, 30<<30)
	}
	for _, test := range []struct {
		name, file string
		make       func(name string) error
		want       string // on standard error, "" if there is a finding all the same
	}{
		{"source that is a pipe", "fault/a.go", pipe, "a.go: is no regular file"},
		{"source that is a folder", "fault/a.go", func(name string) error { return os.Mkdir(name, 0o777) }, ""},
		{"source without end", "fault/a.go", zeros, "a.go: is no regular file"},
		{"source that leads to itself", "fault/a.go", func(name string) error { return os.Symlink("a.go", name) }, "a.go: too many levels of symbolic links"},
		{"huge source", "fault/a.go", huge, "a.go: is larger than 64 MB"},
		{"folder that leads to its parent", "fault/up", func(name string) error { return os.Symlink("..", name) }, ""},
		{"settings that are a pipe", ".awserrlint.yml", pipe, ".awserrlint.yml: is no regular file"},
		{"settings without end", ".awserrlint.yml", zeros, ".awserrlint.yml: is no regular file"},
		{"go.work that is a pipe", "go.work", pipe, "go.work: is no regular file"},
		{"go.mod without end", "go.mod", func(name string) error { os.Remove(name); return zeros(name) }, "go.mod: is no regular file"},
		{"go.mod that is a pipe", "go.mod", func(name string) error { os.Remove(name); return pipe(name) }, "go.mod: is no regular file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := tree{"fault/fault.go": fault}.write(t)
			if err := test.make(filepath.Join(dir, test.file)); err != nil {
				t.Fatal(err)
			}
			r := run(t, dir, "awserrlint", "-cache=off", "./...")
			found := strings.Contains(r.stdout, "fault/fault.go:10:2: ")
			inFolder := strings.HasPrefix(test.file, "fault/")
			if !strings.Contains(r.stderr, test.want) || found != inFolder || (r.code == 2) != (test.want != "") || r.peak > 500 {
				t.Errorf("%v: %s%s", r, r.stdout, r.stderr)
			}
		})
	}
}
