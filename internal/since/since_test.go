package since

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A repo is a work tree for a test.
type repo struct {
	t   *testing.T
	dir string
}

// newRepo returns a repository with the commit "base", of a.go with ten lines, in the settings of
// a user who likes their diffs otherwise.
func newRepo(t *testing.T) *repo {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", "")
	r := &repo{t, t.TempDir()}
	r.git("init", "-q", "-b", "main")
	for _, setting := range []string{
		"user.name a", "user.email a@example.com", "color.ui always", "diff.noprefix true", "diff.mnemonicPrefix true",
		"diff.renames false", "diff.interHunkContext 50", "diff.external false", "diff.relative true", "diff.context 9",
	} {
		name, value, _ := strings.Cut(setting, " ")
		r.git("config", name, value)
	}
	r.write("a.go", numbered(1, 10))
	r.write("old/moved.go", numbered(100, 140))
	r.commit("base")
	r.git("tag", "base")
	return r
}

func (r *repo) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %s: %v\n%s", args, err, out)
	}
}

func (r *repo) commit(message string) {
	r.t.Helper()
	r.git("add", "-A")
	r.git("commit", "-q", "-m", message)
}

func (r *repo) write(name, content string) {
	r.t.Helper()
	name = filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

// numbered returns the lines from first to last, each with its number.
func numbered(first, last int) string {
	var b strings.Builder
	for i := first; i <= last; i++ {
		fmt.Fprintf(&b, "// %d\n", i)
	}
	return b.String()
}

// want checks which of the first 60 lines of a file are new.
func want(t *testing.T, c *Changes, name string, lines ...int) {
	t.Helper()
	var got []int
	for line := 1; line <= 60; line++ {
		if c.Touch(name, line, line) {
			got = append(got, line)
		}
	}
	if !slices.Equal(got, lines) {
		t.Errorf("%s: lines %v are new, want %v", filepath.Base(name), got, lines)
	}
}

var every = func() (all []int) {
	for i := range 60 {
		all = append(all, i+1)
	}
	return all
}()

func TestRev(t *testing.T) {
	r := newRepo(t)
	// 3 is changed in a commit, 6 and 7 are removed in the index, 11 is added in the file alone.
	r.write("a.go", strings.Replace(numbered(1, 10), "// 3\n", "// three\n", 1))
	r.commit("later")
	r.write("a.go", strings.Replace(strings.Replace(numbered(1, 10), "// 3\n", "// three\n", 1), "// 6\n// 7\n", "", 1))
	r.git("add", "-A")
	r.write("a.go", strings.Replace(strings.Replace(numbered(1, 11), "// 3\n", "// three\n", 1), "// 6\n// 7\n", "", 1))
	r.git("mv", "old/moved.go", "grün \"moved\".go")
	r.write("grün \"moved\".go", numbered(100, 119)+"// new\n"+numbered(120, 140))
	r.write("sub/untracked.go", "x")
	r.write("ignored.go", "x")
	r.write(".gitignore", "ignored.go\n")
	if err := os.Symlink(r.dir, filepath.Join(r.dir, "link")); err != nil {
		t.Fatal(err)
	}

	c, err := Rev(t.Context(), filepath.Join(r.dir, "sub"), "base")
	if err != nil {
		t.Fatal(err)
	}
	want(t, c, filepath.Join(r.dir, "a.go"), 3, 5, 6, 9)
	want(t, c, filepath.Join(r.dir, "link", "a.go"), 3, 5, 6, 9)
	want(t, c, filepath.Join(r.dir, "grün \"moved\".go"), 21)
	want(t, c, filepath.Join(r.dir, "sub", "untracked.go"), every...)
	want(t, c, filepath.Join(r.dir, "ignored.go"))
	want(t, c, "/elsewhere.go")

	if c, err = Rev(t.Context(), r.dir, "HEAD"); err != nil {
		t.Fatal(err)
	}
	want(t, c, filepath.Join(r.dir, "a.go"), 5, 6, 9)
	if !c.Touch(filepath.Join(r.dir, "a.go"), 1, 5) || c.Touch(filepath.Join(r.dir, "a.go"), 1, 4) {
		t.Error("a range is new if one of its lines is")
	}
}

// TestHeaders checks lines that look like those of a patch once it marks them.
func TestHeaders(t *testing.T) {
	r := newRepo(t)
	r.write("sql.go", "package a\n\nconst q = `\n-- name: x\nselect 1\n-- name: y\n`\n")
	r.commit("sql")
	r.write("sql.go", "package a\n\nconst q = `\n++ name: z\n@@ -1 +1 @@\nselect 1\n`\n")
	r.write("old/moved.go", numbered(100, 140)+"// new\n")
	c, err := Rev(t.Context(), r.dir, "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	want(t, c, filepath.Join(r.dir, "sql.go"), 4, 5, 6, 7) // 6 and 7 are beside a removed line
	want(t, c, filepath.Join(r.dir, "old", "moved.go"), 42)
}

// TestWith checks the lines of files that differ from those on disk.
func TestWith(t *testing.T) {
	r := newRepo(t)
	r.write("a.go", strings.Replace(numbered(1, 30), "// 3\n", "// three\n", 1)) // 11 to 30 are new, too
	r.write("untracked.go", numbered(1, 3))
	c, err := Rev(t.Context(), r.dir, "base")
	if err != nil {
		t.Fatal(err)
	}
	fixed := strings.Replace(numbered(1, 12), "// 3\n", "// three\n", 1)
	fixed = "// import\n" + strings.Replace(fixed, "// 8\n", "", 1) + numbered(20, 21)
	a := filepath.Join(r.dir, "a.go")
	with, err := c.With(map[string][]byte{
		a:                                     []byte(fixed),
		filepath.Join(r.dir, "untracked.go"):  []byte("x"),
		filepath.Join(r.dir, "old/moved.go"):  []byte(numbered(100, 110) + "// x\n" + numbered(111, 140)),
		filepath.Join(r.dir, ".git", "index"): nil,
	})
	if err != nil {
		t.Fatal(err)
	}
	// import, three, 7 and 9 beside 8, 11, 12, 20, 21, and what follows it
	want(t, with, a, 1, 4, 8, 9, 11, 12, 13, 14, 15)
	want(t, with, filepath.Join(r.dir, "old/moved.go"), 12)
	want(t, with, filepath.Join(r.dir, "untracked.go"), every...)
	if same, err := c.With(nil); same != c || err != nil {
		t.Error("nothing has changed")
	}
}

func TestMergeBase(t *testing.T) {
	r := newRepo(t)
	r.git("checkout", "-q", "-b", "topic")
	r.write("a.go", numbered(1, 11))
	r.commit("topic")
	r.git("checkout", "-q", "main")
	r.write("a.go", "// 0\n"+numbered(1, 10))
	r.commit("main goes on")
	r.git("checkout", "-q", "topic")
	c, err := MergeBase(t.Context(), r.dir, "main")
	if err != nil {
		t.Fatal(err)
	}
	want(t, c, filepath.Join(r.dir, "a.go"), 11)
}

func TestErrors(t *testing.T) {
	r := newRepo(t)
	rev := func(dir, rev string) error {
		_, err := Rev(t.Context(), dir, rev)
		return err
	}
	mergeBase := func(dir, branch string) error {
		_, err := MergeBase(t.Context(), dir, branch)
		return err
	}
	r.git("checkout", "-q", "--orphan", "alone")
	r.commit("alone")
	for _, test := range []struct {
		dir, rev string
		since    func(dir, rev string) error
		want     string
	}{
		{r.dir, "nope", rev, `git knows no commit "nope"; a shallow clone may lack it (git fetch --unshallow)`},
		{r.dir, "--output=x", rev, `git knows no commit "--output=x"`},
		{r.dir, "", rev, `git knows no commit ""`},
		{r.dir, "main", mergeBase, "HEAD and main have no common commit"},
		{r.dir, "nope", mergeBase, `git knows no commit "nope"`},
		{t.TempDir(), "main", rev, "git rev-parse: not a git repository"},
	} {
		err := test.since(test.dir, test.rev)
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error is %v, want %s", test.rev, err, test.want)
		}
	}
	if _, err := os.Stat(filepath.Join(r.dir, "x")); err == nil {
		t.Error("a revision was taken for a flag")
	}
	t.Setenv("PATH", t.TempDir())
	if err := rev(r.dir, "main"); err == nil || !strings.Contains(err.Error(), `"git": executable file not found`) {
		t.Errorf("without git: %v", err)
	}
}
