package source

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestAsGo checks that modules and packages are found where the go command finds them, starting
// with an empty module cache, and that nothing of the user's is changed. Each archive in
// testdata/asgo is what a user has. Lines before the files say where to start (dir), the flag -tags
// (tags), and variables (env).
func TestAsGo(t *testing.T) {
	names, err := filepath.Glob("testdata/asgo/*.txtar")
	if err != nil || len(names) < 25 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			settings := make(map[string][]string)
			for line := range strings.Lines(string(archive.Comment)) {
				key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
				settings[key] = append(settings[key], value)
			}
			w := newWorld(t, dependencies(t)+string(txtar.Format(&txtar.Archive{Files: archive.Files})), settings["env"]...)
			w.compare(t, filepath.Join(w.dir, strings.Join(settings["dir"], "")), strings.Join(settings["tags"], ""))
		})
	}
}

// dependencies is an archive of modules on a proxy. The folder sub was a part of example.com/dep,
// and is a module of its own since v1.1.0; what is left there are no packages.
func dependencies(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("testdata/dependencies.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// compare checks that the Tree for dir and the go command agree.
func (w *world) compare(t *testing.T, dir, tags string) {
	t.Helper()
	before := snapshot(t, w.dir)
	tree, err := New(t.Context(), Config{Dir: dir, Env: w.env, BuildTags: tags})
	if err != nil {
		t.Fatal(err)
	}
	folders, unmatched, err := tree.Match([]string{"./..."})
	if err != nil || len(unmatched) > 0 || len(tree.Problems()) > 0 {
		t.Fatal(err, unmatched, tree.Problems())
	}
	var got []string
	for _, f := range folders {
		for _, name := range f.GoFiles {
			if file, err := tree.Header(f.Dir, name); err != nil {
				t.Error(err)
			} else if file != nil {
				got = append(got, f.Path+" "+file.Name)
			}
		}
	}
	first := w.list(t, dir, tags, "{{$dir := .Dir}}{{$path := .ImportPath}}{{range .GoFiles}}{{$path}} {{$dir}}/{{.}}\n{{end}}", "./...")
	if !slices.Equal(got, first) {
		t.Errorf("files: got %q, want %q", got, first)
	}

	const format = "{{.ImportPath}}|{{.Dir}}|{{.Standard}}|{{with .Module}}{{.Path}} {{.Version}} {{.Main}}{{end}}\n"
	got = nil
	for _, line := range w.list(t, dir, tags, format, "-deps", "./...") {
		path, _, _ := strings.Cut(line, "|")
		if path == "unsafe" || path == "C" {
			continue
		}
		loc, err := tree.Resolve(strings.TrimPrefix(path, "vendor/"), strings.HasPrefix(path, "vendor/"))
		if err != nil {
			t.Error(err)
			continue
		}
		mod := ""
		if loc.Module != nil {
			mod = fmt.Sprint(loc.Module.Path, " ", loc.Module.Version, " ", loc.Main)
		}
		if tree.vendor != "" && !loc.Main {
			line, mod = line[:strings.LastIndex(line, "|")+1], ""
		}
		if g := fmt.Sprintf("%s|%s|%t|%s", loc.Path, loc.Dir, loc.Std, mod); g != line {
			t.Errorf("got  %s\nwant %s", g, line)
		}
	}
	if after := snapshot(t, w.dir); !maps.Equal(before, after) {
		t.Error("files of the user were changed")
	}
}

// list returns the lines that go list prints for the twin of dir, as if it had run in dir.
func (w *world) list(t *testing.T, dir, tags, format string, args ...string) []string {
	t.Helper()
	args = append([]string{"list", "-f", format}, args...)
	if tags != "" {
		args = slices.Insert(args, 1, "-tags="+tags)
	}
	var out []string
	for line := range strings.Lines(w.runInTwin(t, dir, args...)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}
