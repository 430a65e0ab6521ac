package source

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/awserrlint/awserrlint/internal/cache"
)

// TestKept checks when the go command is asked again.
func TestKept(t *testing.T) {
	w := newWorld(t, dependencies(t)+`
-- go.mod --
module example.com/m

go 1.16

require example.com/dep v1.1.0

replace example.com/low => ./low
-- low/go.mod --
module example.com/low
-- low/low.go --
package low
`)
	kept := cache.Open(t.TempDir())
	asked := func(env ...string) []string {
		t.Helper()
		steps := new(heard)
		tree, err := New(t.Context(), Config{Dir: w.dir, Env: append(slices.Clone(w.env), env...), Steps: steps, Cache: kept})
		if err != nil || len(tree.Problems()) > 0 {
			t.Fatal(err, tree.Problems())
		}
		if !slices.ContainsFunc(tree.Reads(), func(r Read) bool { return r.Name == filepath.Join(w.dir, "low", "go.mod") }) {
			t.Error("what the go command reads is not recorded")
		}
		if m := tree.required["example.com/low"]; m == nil || m.Dir != filepath.Join(w.dir, "low") || m.cached.Path != "" {
			t.Errorf("example.com/low is %+v", m)
		}
		if m := tree.required["example.com/dep"]; m == nil || m.Version != "v1.1.0" || m.cached.Path == "" {
			t.Errorf("example.com/dep is %+v", m)
		}
		return steps.steps
	}
	change := func(name string) {
		t.Helper()
		name = filepath.Join(w.dir, filepath.FromSlash(name))
		data, err := os.ReadFile(name)
		if err == nil {
			err = os.WriteFile(name, append(data, "\n// changed\n"...), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	const list, context = "wait: go list -m all", "go list -f {{context}}"
	for _, step := range []struct {
		name   string
		change string
		env    []string
		want   []string
	}{
		{name: "first", want: []string{list}},
		{name: "again"},
		{name: "another file", change: "low/low.go"},
		{name: "go.mod", change: "go.mod", want: []string{list}},
		{name: "go.mod of a replacement", change: "low/go.mod", want: []string{list}},
		{name: "again"},
		{name: "variable", env: []string{"GOEXPERIMENT=jsonv2"}, want: []string{context}},
		{name: "variable again", env: []string{"GOEXPERIMENT=jsonv2"}},
		{name: "another value", env: []string{"GOEXPERIMENT=nojsonv2"}, want: []string{context}},
	} {
		if step.change != "" {
			change(step.change)
		}
		if got := asked(step.env...); !slices.Equal(got, step.want) {
			t.Errorf("%s: asked %q, want %q", step.name, got, step.want)
		}
	}
}
