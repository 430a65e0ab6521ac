//go:build unix

package since

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestHidden attacks the patch with what a commit can hold: nothing of it hides a line that is new.
func TestHidden(t *testing.T) {
	r := newRepo(t)
	r.git("config", "core.quotePath", "false")
	r.write("sql.go", "package a\n\nconst q = `\n-- name: x\n`\n\nfunc a() {}\n\nfunc b() {}\n")
	r.write("marked.go", numbered(1, 9))
	r.write("target.txt", numbered(1, 9))
	r.write("target.go", numbered(1, 9))
	r.link("target.go", "linked.go")
	r.link("target.txt", "outside.go")
	r.commit("before")

	r.write("sql.go", "package a\n\nconst q = `\n++ b/other.go\n`\n\nfunc a() {}\n\nfunc c() {}\n") // the patch seems to begin another file
	r.write(".gitattributes", "marked.go -diff\nnul.go binary\n")
	r.write("marked.go", numbered(1, 10))
	r.write("nul.go", "a\x00\n")
	r.write("target.go", numbered(1, 10))
	r.link("a.go", "new.go")
	names := []string{"a b.go", " a .go", "bad\xff\".go", "bad\xff\".go/bad\xff.go", "tab\tx.go", "line\nfeed.go", "esc\x1b[2J.go", "\"quoted\".go", `back\slash.go`, "+++ b/a.go", "@@ -1 +1 @@.go", "ü.go"}
	for i, name := range names {
		names[i] = filepath.Join("names", "of "+strings.Repeat("x", i), name)
		r.write(names[i], "a\n")
	}
	r.git("add", "-A")

	c, err := Rev(t.Context(), r.dir, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	want(t, c, filepath.Join(r.dir, "sql.go"), 4, 9)
	want(t, c, filepath.Join(r.dir, "marked.go"), 10)
	want(t, c, filepath.Join(r.dir, "nul.go"), 1)
	want(t, c, filepath.Join(r.dir, "linked.go"), 10)
	want(t, c, filepath.Join(r.dir, "outside.go"), every...) // git is not asked about what is no Go
	want(t, c, filepath.Join(r.dir, "new.go"), every...)
	want(t, c, filepath.Join(r.dir, "a.go"))
	want(t, c, filepath.Join(r.dir, "other.go"))
	for _, name := range names {
		want(t, c, filepath.Join(r.dir, name), 1)
	}
}

func (r *repo) link(target, name string) {
	r.t.Helper()
	if err := os.Symlink(target, filepath.Join(r.dir, name)); err != nil {
		r.t.Fatal(err)
	}
}
