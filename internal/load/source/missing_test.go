package source

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/module"
)

// heard is a Steps that remembers what it is told.
type heard struct {
	mu    sync.Mutex
	steps []string // those that wait begin with "wait: "
	open  int
}

func (h *heard) Begin(what string, waits bool) func() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if waits {
		what = "wait: " + what
	}
	h.steps = append(h.steps, what)
	h.open++
	return func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.open--
	}
}

// TestMissing checks what is said of imports that cannot be had, and that others still can.
func TestMissing(t *testing.T) {
	const good = "example.com/dep"
	tests := []struct {
		name  string
		files string
		env   []string
		path  string // that cannot be had
		mod   string
		want  string // in the reason
		steps []string
	}{
		{name: "not on the proxy", path: "example.com/private/a", mod: "example.com/private", want: "example.com/private@v1.0.0: ",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/private v1.0.0\n)\n"},
		{name: "not on the proxy old go line", path: "example.com/private/a", mod: "example.com/private", want: "example.com/private@v1.0.0: ",
			files: "-- go.mod --\nmodule m\n\ngo 1.15\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/private v1.0.0\n)\n"},
		{name: "private", path: "example.com/private/a", mod: "example.com/private", want: "example.com/private@v1.0.0: ",
			env:   []string{"GOPRIVATE=example.com/private", "HTTPS_PROXY=http://127.0.0.1:1"},
			steps: []string{"wait: downloading example.com/dep v1.0.0", "wait: downloading example.com/private v1.0.0"},
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/private v1.0.0\n)\n"},
		{name: "longer path", path: "example.com/dep/sub", mod: "example.com/dep/sub", want: "example.com/dep/sub@v0.0.9: ",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/dep/sub v0.0.9\n)\n"},
		{name: "replacement not there", path: "example.com/low", mod: "example.com/low", want: "it is replaced by $DIR/low, which is not there",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/low v1.0.0\n)\n\nreplace example.com/low => ./low\n"},
		{name: "replacement not there old go line", path: "example.com/low", mod: "example.com/low", want: "it is replaced by $DIR/low, which is not there",
			files: "-- go.mod --\nmodule m\n\ngo 1.15\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/low v1.0.0\n)\n\nreplace example.com/low => ./low\n"},
		{name: "replacement not there in a workspace", path: "example.com/low", mod: "example.com/low", want: "it is replaced by $DIR/low, which is not there",
			files: "-- go.work --\ngo 1.21\n\nuse .\nuse ./n\n\nreplace example.com/low => ./low\n-- n/go.mod --\nmodule n\n\ngo 1.21\n" +
				"-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/low v1.0.0\n)\n"},
		{name: "no module", path: "example.org/x", want: "no required module provides it",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n"},
		{name: "no package", path: "example.com/dep/none", mod: "example.com/dep", want: "example.com/dep v1.0.0 does not contain it",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n"},
		{name: "not in std", path: "net/none", want: "it is not in the standard library of go1.",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n"},
		{name: "wrong checksum", path: "example.com/low", mod: "example.com/low", want: "checksum mismatch",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/low v1.0.0\n)\n" +
				"-- go.sum --\nexample.com/low v1.0.0 h1:MYSVbqOQu8rq8hb9B5PZ3hcgVyPpHLZqvXhNcYyDTLw=\n"},
		{name: "wrong checksum in a workspace", path: "example.com/low", mod: "example.com/low", want: "checksum mismatch",
			files: "-- go.work --\ngo 1.21\n\nuse .\n-- go.work.sum --\nexample.com/low v1.0.0 h1:MYSVbqOQu8rq8hb9B5PZ3hcgVyPpHLZqvXhNcYyDTLw=\n" +
				"-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.0.0\n\texample.com/low v1.0.0\n)\n"},
		{name: "not vendored", path: "example.com/low", want: "it is not vendored; run go mod vendor",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n" +
				"-- vendor/modules.txt --\n# example.com/dep v1.0.0\n## explicit; go 1.21\nexample.com/dep\n-- vendor/example.com/dep/dep.go --\npackage dep\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, dependencies(t)+test.files, test.env...)
			before := snapshot(t, w.dir)
			steps := new(heard)
			tree, err := New(t.Context(), Config{Dir: w.dir, Env: w.env, Steps: steps})
			if err != nil || len(tree.Problems()) > 0 {
				t.Fatal(err, tree.Problems())
			}
			tree.Prefetch([]string{"fmt", test.path, good})
			for range 2 {
				_, err = tree.Resolve(test.path, false)
				missing, ok := errors.AsType[*MissingError](err)
				if !ok {
					t.Fatalf("error %v", err)
				}
				if missing.Path != test.path || missing.Module != test.mod || !strings.Contains(missing.Reason, strings.ReplaceAll(test.want, "$DIR", w.dir)) || strings.Contains(missing.Reason, "\n") {
					t.Errorf("got %+v, want module %q, reason %q", missing, test.mod, test.want)
				}
			}
			if loc, err := tree.Resolve(good, false); err != nil || loc.Path != good {
				t.Errorf("%+v, %v", loc, err)
			}
			if _, err := tree.Resolve("net/http", false); err != nil {
				t.Error(err)
			}
			if tree.downloads != nil {
				for _, d := range tree.downloads.known { // a module may be there before its command ends
					<-d.done
				}
			}
			slices.Sort(steps.steps)
			if unique := slices.Compact(slices.Clone(steps.steps)); len(unique) != len(steps.steps) {
				t.Errorf("done twice: %q", steps.steps)
			}
			if test.steps != nil && !slices.Equal(steps.steps, test.steps) {
				t.Errorf("steps: %q, want %q", steps.steps, test.steps)
			}
			if steps.open != 0 {
				t.Errorf("%d of %q have not ended", steps.open, steps.steps)
			}
			if after := snapshot(t, w.dir); !maps.Equal(before, after) {
				t.Error("files of the user were changed")
			}
		})
	}
}

// TestPrefetch checks that modules are downloaded together.
func TestPrefetch(t *testing.T) {
	w := newWorld(t, dependencies(t)+"-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire (\n\texample.com/dep v1.1.0\n\texample.com/low v1.2.0\n\texample.com/dep/sub v0.1.0\n\texample.com/dep/other v0.1.0\n)\n")
	steps := new(heard)
	tree, err := New(t.Context(), Config{Dir: w.dir, Env: w.env, Steps: steps})
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"example.com/low", "example.com/dep/sub", "example.com/dep", "m/a", "fmt", "example.org/none"}
	tree.Prefetch(paths)
	tree.Prefetch(paths)
	var group sync.WaitGroup
	for _, path := range paths[:3] {
		group.Go(func() {
			if _, err := tree.Resolve(path, false); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if want := []string{"wait: downloading example.com/low v1.2.0 and 2 more"}; !slices.Equal(steps.steps, want) {
		t.Errorf("steps %q, want %q", steps.steps, want)
	}
	if _, err := os.Stat(filepath.Join(w.cache, "example.com", "dep", "other@v0.1.0")); err == nil {
		t.Error("a module was downloaded that nobody wants")
	}
	if loc, ok := tree.Local("example.com/dep/other"); ok {
		t.Errorf("%+v is not local", loc)
	}
}

// TestPartial checks that a module of which only a part is in the module cache is not used.
func TestPartial(t *testing.T) {
	w := newWorld(t, dependencies(t)+"-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/low v1.2.0\n")
	download := filepath.Join(w.cache, "cache", "download", "example.com", "low", "@v")
	dir := filepath.Join(w.cache, "example.com", "low@v1.2.0")
	for _, dir := range []string{download, dir} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{filepath.Join(download, "v1.2.0.partial"), filepath.Join(dir, "half.go")} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := New(t.Context(), Config{Dir: w.dir, Env: w.env})
	if err != nil {
		t.Fatal(err)
	}
	loc, err := tree.Resolve("example.com/low", false)
	if err != nil {
		t.Fatal(err)
	}
	if folder, err := tree.Folder(loc); err != nil || !slices.Equal(folder.GoFiles, []string{"low.go"}) {
		t.Errorf("%q, %v", folder.GoFiles, err)
	}
}

// TestProblems checks that what the go command refuses to build can be read all the same, and
// that it is said.
func TestProblems(t *testing.T) {
	const importer = "-- m.go --\npackage m\n\nimport _ \"example.com/dep\"\n"
	for _, test := range []struct {
		name, files string
		env         []string
		want        string
	}{
		{name: "other modules.txt", want: "inconsistent vendoring: vendor/modules.txt differs from go.mod; run go mod vendor",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n" +
				"-- vendor/modules.txt --\n# example.com/dep v1.1.0\n## explicit; go 1.21\nexample.com/dep\n-- vendor/example.com/dep/dep.go --\npackage dep\n"},
		{name: "other replacement", want: "inconsistent vendoring: vendor/modules.txt differs from go.mod; run go mod vendor",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n" +
				"-- vendor/modules.txt --\n# example.com/dep v1.0.0 => ./dep2\n## explicit; go 1.21\nexample.com/dep\n-- vendor/example.com/dep/dep.go --\npackage dep\n"},
		{name: "no modules.txt", want: "inconsistent vendoring: vendor/modules.txt differs from go.mod; run go mod vendor",
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n-- vendor/example.com/dep/dep.go --\npackage dep\n"},
		{name: "go line", want: "go.mod requires go >= 1.999 (running go1.",
			files: "-- go.mod --\nmodule m\n\ngo 1.999\n\nrequire example.com/dep v1.0.0\n"},
		{name: "go line of a workspace", want: "go.mod requires go >= 1.999 (running go1.",
			files: "-- go.work --\ngo 1.999\n\nuse .\nuse ./n\n-- n/go.mod --\nmodule n\n-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n"},
		{name: "toolchain", want: "go1.999.1", env: []string{"GOTOOLCHAIN=auto", "GOPROXY=off", "GOMODCACHE=$DIR/cache"},
			files: "-- go.mod --\nmodule m\n\ngo 1.21\n\ntoolchain go1.999.1\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n-- dep/go.mod --\nmodule example.com/dep\n-- dep/dep.go --\npackage dep\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, dependencies(t)+importer+test.files, test.env...)
			tree, err := New(t.Context(), Config{Dir: w.dir, Env: w.env})
			if err != nil {
				t.Fatal(err)
			}
			if p := tree.Problems(); len(p) != 1 || !strings.Contains(p[0], test.want) || strings.Contains(p[0], "\n") {
				t.Errorf("Problems: %q, want %q", p, test.want)
			}
			if _, err := tree.Resolve("example.com/dep", false); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestTake checks which modules are downloaded by one command.
func TestTake(t *testing.T) {
	waiting := func(n int) []*download {
		list := []*download{{mod: module.Version{Path: "corp.example/a"}}, {mod: module.Version{Path: "corp.example/b"}}}
		for range n {
			list = append(list, &download{mod: module.Version{Path: "example.com/x"}})
		}
		return list
	}
	for _, test := range []struct {
		public, running int
		want, left      int
	}{
		{public: 3, running: 1, want: 3, left: 2},
		{public: 9, running: 1, want: 4, left: 7},
		{public: 9, running: 2, want: 9, left: 2},
		{public: 0, running: 1, want: 1, left: 1},
	} {
		d := &downloads{private: "corp.example", running: test.running, waiting: waiting(test.public)}
		got := d.take()
		if len(got) != test.want || len(d.waiting) != test.left {
			t.Errorf("%+v: took %d, %d wait", test, len(got), len(d.waiting))
		}
		for _, l := range got {
			if private := l.mod.Path == "corp.example/a"; private != (test.public == 0) {
				t.Errorf("%+v: took %s", test, l.mod.Path)
			}
		}
	}
}

// TestWithoutInfo checks that a module is had whose time of release the proxy does not tell, as
// the go command does for a build.
func TestWithoutInfo(t *testing.T) {
	w := newWorld(t, dependencies(t)+"-- go.mod --\nmodule m\n\ngo 1.21\n\nrequire example.com/low v1.2.0\n")
	for _, kv := range w.env {
		if proxy, ok := strings.CutPrefix(kv, "GOPROXY=file://"); ok {
			if err := os.Remove(filepath.Join(filepath.FromSlash(proxy), "example.com", "low", "@v", "v1.2.0.info")); err != nil {
				t.Fatal(err)
			}
		}
	}
	steps := new(heard)
	tree, err := New(t.Context(), Config{Dir: w.dir, Env: w.env, Steps: steps})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tree.Resolve("example.com/low", false); err != nil {
		t.Error(err)
	}
	if want := []string{
		"wait: downloading example.com/low v1.2.0", "wait: downloading example.com/low v1.2.0, of which the proxy has no .info file",
	}; !slices.Equal(steps.steps, want) {
		t.Errorf("steps %q, want %q", steps.steps, want)
	}
}
