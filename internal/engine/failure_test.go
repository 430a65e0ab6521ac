package engine

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// entries returns the files in the cache of p.
func (p *program) entries() []string {
	p.Helper()
	var files []string
	err := filepath.WalkDir(p.cache, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "trimmed" {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		p.Fatal(err)
	}
	return files
}

// TestDamaged damages all entries in one way, and each of them.
func TestDamaged(t *testing.T) {
	p := newProgram(t, carts)
	want := p.want(analyzed(4, 4))
	damages := map[string]func(content []byte) []byte{
		"zero":    func([]byte) []byte { return nil },
		"one bit": func(b []byte) []byte { b[len(b)*2/3] ^= 4; return b },
	}
	for name, damage := range damages {
		for _, file := range append(p.entries(), "all") {
			files := []string{file}
			if file == "all" {
				files = p.entries()
			}
			for _, file := range files {
				content, err := os.ReadFile(file)
				if err != nil {
					continue // it was removed since it was damaged, and is not needed
				}
				if err := os.WriteFile(file, damage(content), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if got, steps := p.run(); got != want {
				t.Errorf("%s %s: %q, got\n%s", name, file, steps.list, got)
			}
			p.want(nothingChanged)
		}
	}
}

// TestUnwritable has a file where the folder of the cache should be.
func TestUnwritable(t *testing.T) {
	p := newProgram(t, carts)
	if err := os.WriteFile(p.cache, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		p.want(analyzed(4, 4))
		_, steps := p.run()
		said := 0
		for _, step := range steps.list {
			if strings.HasPrefix(step, "nothing is kept in the cache: ") {
				said++
			}
		}
		if said != 1 {
			t.Errorf("steps are %q", steps.list)
		}
	}
}

// TestProblems checks that problems are told in each run, and what they keep from being kept.
func TestProblems(t *testing.T) {
	p := newProgram(t, carts)
	p.want(analyzed(4, 4))
	p.edit("mid/mid.go", "err != nil &&", "err != undefined &&")
	broken := p.want(analyzed(2, 4)) // high needs mid
	if !strings.Contains(broken, "undefined: undefined") || !strings.Contains(broken, "other.go") {
		t.Errorf("got\n%s", broken)
	}
	p.want(nothingChanged)
	p.edit("plain/plain.go", "1", "2")
	p.want(analyzed(2, 4))
	p.edit("mid/mid.go", "err != undefined &&", "err != nil &&")
	p.want(analyzed(0, 4))
	p.want(nothingChanged)

	// A package that is missing may be there in the next run.
	for i, name := range []string{"other/other.go", "high/high.go"} {
		p.edit(name, "import (", "import (\n\t_ \"example.com/nowhere\"\n")
		for range 2 {
			missing := p.want(analyzed(1+i, 4))
			if strings.Count(missing, "example.com/nowhere cannot be had") != 1 || !strings.Contains(missing, "mid.go") {
				t.Errorf("got\n%s", missing)
			}
		}
	}
}

// TestUnmatched checks that a pattern that matches nothing does so in each run.
func TestUnmatched(t *testing.T) {
	p := newProgram(t, carts)
	p.load.Patterns = []string{"./low", "./none"}
	for _, n := range []int{1, 0} {
		res, steps, err := p.result(t.Context())
		if err != nil || len(res.Unmatched) != 1 || res.Packages != 1 || steps.last() != analyzed(n, 1) {
			t.Errorf("%v, %+v, steps are %q", err, res, steps.list)
		}
	}
}

// TestInterrupt ends a run before it begins, and in the middle.
func TestInterrupt(t *testing.T) {
	p := newProgram(t, carts)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := p.result(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
	p.want(analyzed(4, 4))
}
