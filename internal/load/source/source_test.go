package source

import (
	"go/build"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// writeTree writes the files of an archive to a new folder.
func writeTree(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestMatch checks that patterns match what the go command matches.
func TestMatch(t *testing.T) {
	dir := writeTree(t, `
-- go.mod --
module example.com/m

go 1.25

ignore (
	./rooted
	any
	deep/er
)
-- m.go --
package m
-- a/a.go --
package a
-- a/b/c/c.go --
package c
-- a/any/x.go --
package any
-- a/rooted/x.go --
package rooted
-- a/anything/x.go --
package anything
-- rooted/x/x.go --
package x
-- deep/er/x.go --
package er
-- deep/deeper/x.go --
package er
-- a/testdata/x.go --
package testdata
-- a/testdata/y/x.go --
package y
-- a/_x/x.go --
package x
-- a/.x/x.go --
package x
-- nested/go.mod --
module example.com/m/nested
-- nested/x.go --
package nested
-- folder.go/x.go --
package folder
-- none/x.txt --
-- tests/x_test.go --
package tests
`)
	if err := os.Symlink(filepath.Join(dir, "a", "a.go"), filepath.Join(dir, "none", "link.go")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "a"), filepath.Join(dir, "linked")); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ from, pattern string }{
		{".", "./..."}, {".", "."}, {".", "./a"}, {".", "./a/..."}, {".", "./a/b/..."}, {".", "./a/../a"},
		{".", "example.com/m"}, {".", "example.com/m/..."}, {".", "example.com/m/a/b/c"}, {".", filepath.Join(dir, "a", "...")},
		{"a", "./..."}, {"a", "../deep/..."}, {"a", ".."}, {"a/b", "./..."}, {".", "./tests"}, {".", "./deep/deeper"},
	}
	for _, test := range tests {
		from := filepath.Join(dir, test.from)
		tree, err := New(t.Context(), Config{Dir: from, Env: os.Environ()})
		if err != nil {
			t.Fatal(err)
		}
		folders, unmatched, err := tree.Match([]string{test.pattern})
		if err != nil || len(unmatched) > 0 {
			t.Errorf("%s in %s: %v %v", test.pattern, test.from, err, unmatched)
			continue
		}
		var got []string
		for _, f := range folders {
			got = append(got, f.Path+" "+f.Dir)
		}
		cmd := exec.Command("go", "list", "-f", "{{.ImportPath}} {{.Dir}}", test.pattern)
		cmd.Dir = from
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if want := strings.Split(strings.TrimSpace(string(out)), "\n"); !slices.Equal(got, want) {
			t.Errorf("%s in %s: got %q, want %q", test.pattern, test.from, got, want)
		}
	}
}

// TestEnvironment checks that settings are read from everywhere the go command reads them.
func TestEnvironment(t *testing.T) {
	dir := writeTree(t, `
-- go.mod --
module example.com/m

go 1.25
-- conf/go/env --
GOFLAGS=-tags=fromconf
GOOS=plan9
# GOARCH=386
-- my.env --
GOFLAGS=-tags=fromfile
`)
	gocmd, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(gocmd, filepath.Join(bin, "go")); err != nil {
		t.Fatal(err)
	}
	base := []string{"PATH=" + bin, "HOME=" + dir, "XDG_CONFIG_HOME=" + dir + "/none", "GOWORK=off"}
	tests := []struct {
		name string
		env  []string
		tags string
		want func(c build.Context) any
		is   any
	}{
		{"tags", nil, "a,b", func(c build.Context) any { return strings.Join(c.BuildTags, " ") }, "a b"},
		{"no tags", nil, "", func(c build.Context) any { return len(c.BuildTags) }, 0},
		{"GOFLAGS", []string{"GOFLAGS=-trimpath --tags=c"}, "", func(c build.Context) any { return strings.Join(c.BuildTags, " ") }, "c"},
		{"flag over GOFLAGS", []string{"GOFLAGS=-tags=c"}, "d", func(c build.Context) any { return strings.Join(c.BuildTags, " ") }, "d"},
		{"go/env", []string{"XDG_CONFIG_HOME=" + dir + "/conf"}, "", func(c build.Context) any { return c.BuildTags[0] + c.GOOS }, "fromconfplan9"},
		{"GOENV", []string{"GOENV=" + dir + "/my.env"}, "", func(c build.Context) any { return c.BuildTags[0] }, "fromfile"},
		{"GOENV=off", []string{"XDG_CONFIG_HOME=" + dir + "/conf", "GOENV=off"}, "", func(c build.Context) any { return len(c.BuildTags) }, 0},
		{"process over file", []string{"XDG_CONFIG_HOME=" + dir + "/conf", "GOOS=js"}, "", func(c build.Context) any { return c.GOOS }, "js"},
		{"last value", []string{"GOOS=js", "GOOS=aix"}, "", func(c build.Context) any { return c.GOOS }, "aix"},
		{"cgo", []string{"CGO_ENABLED=1"}, "", func(c build.Context) any { return c.CgoEnabled }, true},
		{"no cgo", []string{"CGO_ENABLED=0", "CC=cc"}, "", func(c build.Context) any { return c.CgoEnabled }, false},
		{"no compiler", nil, "", func(c build.Context) any { return c.CgoEnabled }, false},
		{"compiler", []string{"CC=cc"}, "", func(c build.Context) any { return c.CgoEnabled }, true},
		{"other system", []string{"CC=cc", "GOOS=aix", "GOARCH=ppc64"}, "", func(c build.Context) any { return c.CgoEnabled }, false},
		{"GOROOT", []string{"PATH=", "GOROOT=" + build.Default.GOROOT}, "", func(c build.Context) any { return c.GOROOT }, build.Default.GOROOT},
		{"release tags", nil, "", func(c build.Context) any { return slices.Equal(c.ReleaseTags, build.Default.ReleaseTags) }, true},
	}
	for _, test := range tests {
		tree, err := New(t.Context(), Config{Dir: dir, Env: append(slices.Clone(base), test.env...), BuildTags: test.tags})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if got := test.want(tree.Context); got != test.is {
			t.Errorf("%s: got %v, want %v", test.name, got, test.is)
		}
	}
}

// TestSuffixes checks that file names are part of a build if go/build says so.
func TestSuffixes(t *testing.T) {
	ctxt := build.Default
	ctxt.GOOS, ctxt.GOARCH = "linux", "amd64"
	s := suffixes{context: ctxt}
	ends := []string{"", "x", "linux", "windows", "amd64", "arm64", "unix", "test", "linux.pb", "windows.pb"}
	for _, a := range ends {
		for _, b := range ends {
			for _, c := range ends {
				name := strings.Join([]string{"f", a, b, c}, "_") + ".go"
				want, err := matchFile(ctxt, name, "")
				if err != nil {
					t.Fatal(err)
				}
				if got := s.match(name); got != want {
					t.Errorf("%s: got %t, want %t", name, got, want)
				}
			}
		}
	}
}

// TestHeader checks that a long header is read whole.
func TestHeader(t *testing.T) {
	long := "/*" + strings.Repeat(" ", prefix) + "*/ package p\n\nimport \"x\"\n"
	for length := prefix - 40; length < prefix+40; length++ {
		name := filepath.Join(t.TempDir(), "x.go")
		src := "// " + strings.Repeat("x", length) + "\n\npackage p\n\nimport \"a/long/path\"\nimport \"b\"\n\nvar X = 1\n"
		if length == prefix {
			src = long
		}
		if err := os.WriteFile(name, []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
		tree := &Tree{Context: build.Default, reads: newReads(), suffixes: suffixes{context: build.Default}}
		f, err := tree.Header(filepath.Dir(name), "x.go")
		if err != nil || f == nil {
			t.Fatalf("%d: %v", length, err)
		}
		want := strings.Count(src, "import")
		if f.Package != "p" || len(f.Imports) != want || f.Imports[want-1].Path != string("xb"[want-1]) {
			t.Errorf("%d: %+v", length, f.Header)
		}
	}
}

// TestOddGo checks that a Go is found that is not what it seems: the go command is asked.
func TestOddGo(t *testing.T) {
	gocmd, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	goroot := build.Default.GOROOT
	tests := []struct {
		name  string
		files string
		path  string // PATH
		env   string
		want  string // GOROOT
	}{
		{name: "script", files: "-- bin/go --\n#!/bin/sh\nexec " + gocmd + " \"$@\"\n", path: "$DIR/bin", want: goroot},
		{name: "no VERSION", path: filepath.Dir(gocmd), env: "GOROOT=$DIR/goroot", want: "$DIR/goroot"},
		{name: "devel", files: "-- goroot/VERSION --\ndevel go1.25-abc Thu Nov 26\n", path: filepath.Dir(gocmd), env: "GOROOT=$DIR/goroot", want: "$DIR/goroot"},
		{name: "experiment", files: "-- goroot/VERSION --\ngo1.26.1 X:y\n", path: filepath.Dir(gocmd), env: "GOROOT=$DIR/goroot", want: "$DIR/goroot"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := writeTree(t, "-- go.mod --\nmodule m\n\ngo 1.21\n"+test.files)
			if test.name == "script" {
				if err := os.Chmod(filepath.Join(dir, "bin", "go"), 0o777); err != nil {
					t.Fatal(err)
				}
			} else {
				if err := os.MkdirAll(filepath.Join(dir, "goroot"), 0o777); err != nil {
					t.Fatal(err)
				}
				for _, name := range []string{"src", "pkg", "bin", "lib", "go.env"} {
					if err := os.Symlink(filepath.Join(goroot, name), filepath.Join(dir, "goroot", name)); err != nil {
						t.Fatal(err)
					}
				}
			}
			t.Parallel() // not before: a process that another test starts while the script is written keeps it busy
			in := func(s string) string { return strings.ReplaceAll(s, "$DIR", dir) }
			env := append(os.Environ(), "PATH="+in(test.path)+":/bin:/usr/bin", "GOROOT=", "GOWORK=", "GOFLAGS=", "GOENV=off", "GOTOOLCHAIN=local", in(test.env))
			tree, err := New(t.Context(), Config{Dir: dir, Env: env})
			if err != nil {
				t.Fatal(err)
			}
			if tree.Context.GOROOT != in(test.want) || !slices.Equal(tree.Context.ReleaseTags, build.Default.ReleaseTags) {
				t.Errorf("GOROOT %s, release tags %q", tree.Context.GOROOT, tree.Context.ReleaseTags)
			}
			if loc, err := tree.Resolve("net/http", false); err != nil || !loc.Std {
				t.Errorf("%+v, %v", loc, err)
			}
		})
	}
}

// TestMatchOverlay matches folders with a file that is not on disk yet.
func TestMatchOverlay(t *testing.T) {
	dir := writeTree(t, "-- go.mod --\nmodule example.com/m\n\ngo 1.26\n-- a/b.go --\npackage a\n-- empty/x.txt --\n")
	overlay := make(map[string][]byte)
	for _, name := range []string{"a/a.go", "a/b.go", "a/.hidden.go", "a/x.txt", "empty/e.go", "none/n.go"} {
		overlay[filepath.Join(dir, filepath.FromSlash(name))] = []byte("package p\n")
	}
	tree, err := New(t.Context(), Config{Dir: dir, Env: os.Environ(), Overlay: overlay})
	if err != nil {
		t.Fatal(err)
	}
	folders, unmatched, err := tree.Match([]string{"./..."})
	if err != nil || len(unmatched) > 0 {
		t.Fatal(err, unmatched)
	}
	var got []string
	for _, f := range folders {
		got = append(got, f.Path+" "+strings.Join(f.GoFiles, " "))
	}
	if want := []string{"example.com/m/a a.go b.go", "example.com/m/empty e.go"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
