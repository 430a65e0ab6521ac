package source

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const patterned = `
-- go.mod --
module example.com/m

go 1.21

require (
	example.com/dep v1.1.0
	example.com/low v1.2.0
)

replace example.com/low => ./low
-- m.go --
package m

import _ "example.com/dep"
-- services/a/a.go --
package a
-- services/a/b/b.go --
package b
-- services/a/b/b_windows_arm.go --
package b
-- cmd/x/x.go --
package x
-- excluded/a.go --
//go:build never

package excluded
-- excluded/below/a_windows_arm.go --
package below
-- docs/README --
-- low/go.mod --
module example.com/low
-- low/low.go --
package low
-- nested/go.mod --
module example.com/m/nested
-- nested/n.go --
package nested
`

// TestNoMatch checks what is said of patterns that match nothing, and that the others still match.
func TestNoMatch(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dependencies(t)+patterned)
	at := func(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }
	tree, err := New(t.Context(), Config{Dir: w.dir, Env: w.env})
	if err != nil {
		t.Fatal(err)
	}
	for pattern, want := range map[string]string{
		"./none":               ": there is no folder " + at("none"),
		"./none/...":           ": there is no folder " + at("none"),
		"./docs":               ": no Go files in " + at("docs"),
		"./docs/...":           ": no Go files in " + at("docs"),
		"./excluded":           ": build constraints exclude all Go files in " + at("excluded"),
		"./excluded/...":       ": build constraints exclude all Go files in " + w.dir,
		"./excluded/below/...": ": build constraints exclude all Go files in " + at("excluded/below"),
		"services/a":           "; did you mean ./services/a?",
		"services/a/...":       "; did you mean ./services/a/...?",
		"cmd/...":              "; did you mean ./cmd/...?",
		"cmd":                  "; did you mean ./cmd?",
		"./nested":             ": " + at("nested") + " is in another module, " + at("nested"),
		"./nested/...":         ": " + at("nested") + " is in another module, " + at("nested"),
		"./low":                ": main module (example.com/m) does not contain package example.com/m/low",
		"./low/...":            ": pattern ./low/...: main module (example.com/m) does not contain package example.com/m/low",
		"..":                   ": ",
		"example.com/m/none":   ": there is no folder " + at("none"),
		"example.com/dep/none": ": ",
		"example.org/none":     ": ",
		"nothing":              ": ",
		"./services/.../c":     "",
		"no.go":                ": ",
	} {
		folders, unmatched, err := tree.Match([]string{"./services/a", pattern})
		if err != nil || len(unmatched) != 1 || len(folders) != 1 {
			t.Errorf("%s: %v, %q, %v", pattern, folders, unmatched, err)
			continue
		}
		got := unmatched[0].Error()
		if want = "no package matches " + pattern + want; want != got && !(strings.HasSuffix(want, ": ") && strings.HasPrefix(got, want)) {
			t.Errorf("%s:\ngot  %s\nwant %s", pattern, got, want)
		}
		if strings.Contains(got, "\n") || unmatched[0].Pattern != pattern {
			t.Errorf("%s: %q", pattern, got)
		}
	}
}

// TestAskedPatterns checks that patterns which the go command is asked about match what it
// matches, and that nothing of the user's is changed.
func TestAskedPatterns(t *testing.T) {
	for _, pattern := range []string{
		"all", "./.../b", "./services/...b", "example.com/...", "example.com/dep", "example.com/dep/...",
		"example.com/low", "fmt", "example.com/m/...", "m.go", "services/a/b/b_windows_arm.go",
	} {
		t.Run(strings.NewReplacer("/", " ", ".", "").Replace(pattern), func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, dependencies(t)+patterned)
			want := w.list(t, w.dir, "", "{{$p := .}}{{range .GoFiles}}{{$p.ImportPath}}|{{$p.Dir}}/{{.}}|{{with $p.Module}}{{.Path}} {{.Version}} {{.GoVersion}}{{end}}\n{{end}}", pattern)
			if err := os.Rename(filepath.Join(w.twinDir, "go.sum"), filepath.Join(w.dir, "go.sum")); err != nil {
				t.Fatal(err)
			}
			before := snapshot(t, w.dir)
			tree, err := New(t.Context(), Config{Dir: w.dir, Env: w.env})
			if err != nil {
				t.Fatal(err)
			}
			folders, unmatched, err := tree.Match([]string{pattern})
			if err != nil || len(unmatched) > 0 {
				t.Fatal(unmatched, err)
			}
			if after := snapshot(t, w.dir); !maps.Equal(before, after) {
				t.Error("files of the user were changed")
			}
			var got []string
			for _, f := range folders {
				mod := ""
				if f.Module != nil {
					mod = strings.TrimRight(f.Module.Path+" "+f.Module.Version+" "+f.Module.GoVersion, " ")
				}
				for _, name := range f.GoFiles {
					if file, err := tree.Header(f.Dir, name); err != nil {
						t.Error(err)
					} else if file != nil && !file.Test() {
						got = append(got, f.Path+"|"+file.Name+"|"+mod)
					}
				}
			}
			if strings.HasSuffix(pattern, ".go") { // the go command names no module then
				for i := range want {
					want[i] += "example.com/m  1.21"
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}
