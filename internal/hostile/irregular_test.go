//go:build unix

package hostile

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// irregular makes what is no file to read. What is said of it is the value.
var irregular = map[string]struct {
	make func(name string) error
	want string
}{
	"pipe":   {func(name string) error { return syscall.Mkfifo(name, 0o666) }, "is no regular file"},
	"zeros":  {func(name string) error { return os.Symlink("/dev/zero", name) }, "is no regular file"},
	"folder": {func(name string) error { return os.Mkdir(name, 0o777) }, "is a directory"},
	"huge": {func(name string) error {
		f, err := os.Create(name)
		if err != nil {
			return err
		}
		defer f.Close()
		return f.Truncate(1 << 30)
	}, "is larger than 64 MB"},
}

// What becomes of a run with such a file.
const (
	refused = iota // one line says why there is no result
	told           // a line tells of the file, and what does not depend on it is analyzed
	unread         // nothing depends on it
)

// TestIrregular puts each of these in the place of a file that decides how packages are found and reported.
func TestIrregular(t *testing.T) {
	mod, sum := requires(t)
	old := strings.Replace(mod, "\ngo 1.", "\ngo 1.16 // 1.", 1) // of such a module, the go command is asked
	works := "go 1.26.0\n\nuse (\n\t.\n\t./m\n)\n"
	for _, test := range []struct {
		file    string
		files   tree
		args    string
		becomes int
	}{
		{"go.mod", nil, "./...", refused},
		{"go.sum", nil, "./...", unread}, // go.mod tells all
		{"go.work", nil, "./...", refused},
		{"go.work.sum", tree{"go.work": "go 1.26.0\n\nuse .\n"}, "./...", unread},
		{"m/go.sum", tree{"go.work": works, "m/go.mod": "module example.com/m\n\ngo 1.26.0\n"}, "./...", told},
		{"m/go.mod", tree{"go.work": works}, "./...", refused},
		{"m/go.mod", tree{"go.mod": old + "\nrequire example.com/m v0.0.0\n\nreplace example.com/m => ./m\n", "go.sum": sum}, "./...", told},
		{"vendor/modules.txt", nil, "./...", refused},
		{".awserrlint.yml", nil, "./...", refused},
		{"settings.yml", nil, "-config settings.yml ./...", refused},
		{"baseline.json", nil, "-baseline baseline.json ./...", refused},
		{"baseline.json", nil, "-baseline baseline.json -write-baseline ./...", refused},
		{"vet.cfg", nil, "vet.cfg", refused},
	} {
		for name, kind := range irregular {
			t.Run(test.file+" "+name, func(t *testing.T) {
				files := tree{"fault/fault.go": fault}
				maps.Copy(files, test.files)
				dir := files.write(t)
				file := filepath.Join(dir, test.file)
				if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
					t.Fatal(err)
				}
				os.Remove(file)
				if err := kind.make(file); err != nil {
					t.Fatal(err)
				}
				r := run(t, dir, "awserrlint", strings.Fields(test.args)...)
				complaint, summary, _ := strings.Cut(r.stderr, "\n")
				want := filepath.Base(file) + ": " + kind.want
				if test.file == "go.mod" && name == "folder" {
					want = "does not contain main module" // such a folder means nothing
				}
				if test.becomes == unread {
					complaint, summary, want = "", r.stderr, ""
				}
				found, code := strings.Contains(r.stdout, "fault/fault.go:10:2: "), map[bool]int{true: 1, false: 2}[test.becomes == unread]
				if found == (test.becomes == refused) || r.code != code || !strings.Contains(complaint, want) {
					t.Errorf("%v: %s%s", r, r.stdout, r.stderr)
				}
				if found && summary != "awserrlint: 1 finding (1 error)\n" || !found && summary != "" {
					t.Errorf("it says more: %s", r.stderr)
				}
				if r.cpu > 30*time.Second || r.peak > 500 {
					t.Errorf("it took too much: %v", r)
				}
			})
		}
	}
}
