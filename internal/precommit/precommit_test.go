//go:build precommit

// Package precommit tests the hooks in .pre-commit-hooks.yaml with the real pre-commit, a program in
// Python. So the test runs only on demand: go test -tags precommit ./internal/precommit
package precommit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/ruletest"
	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

func TestHooks(t *testing.T) {
	p := newProject(t)
	p.write(".pre-commit-config.yaml", `repos:
  - repo: `+hookRepository(t)+`
    rev: hooks
    hooks:
      - id: awserrlint
      - id: awserrlint-full
        stages: [manual]
      - id: awserrlint
        alias: tagged
        args: [-tags, never]
        stages: [manual]
      - id: awserrlint-full
        alias: nowhere
        args: [./nowhere/...]
        stages: [manual]
`)
	p.run("pre-commit", "install")

	// A fault blocks the commit, its fix lets it pass.
	const found = ":10:9: error: the error of s3.DeleteObject is discarded; return or log it [fixable] (discarded)"
	const fault, fixed = "\t_, _ = client.DeleteObject(ctx, in)\n\treturn nil\n", "\t_, err := client.DeleteObject(ctx, in)\n\treturn err\n"
	p.write("a/a.go", source("a", fault))
	p.run("git", "add", ".")
	p.fails("a/a.go"+found, "git", "commit", "-q", "-m", "one")
	p.fails("", "git", "rev-parse", "--verify", "-q", "HEAD") // there is no commit
	p.write("a/a.go", source("a", fixed))
	p.run("git", "commit", "-q", "-a", "-m", "one")

	// One hook analyzes the packages of changed files, the other all packages.
	p.write("b/b.go", source("b", fault))
	p.run("git", "add", ".")
	p.run("git", "commit", "-q", "--no-verify", "-m", "two")
	p.write("a/a.go", source("a", fixed)+"\n// Changed.\n")
	p.run("git", "commit", "-q", "-a", "-m", "three")
	p.fails("b/b.go"+found,
		"pre-commit", "run", "--hook-stage", "manual", "--all-files", "awserrlint-full")

	// What no build has cannot be analyzed, and keeps no commit back. What is changed beside it can.
	const exclude = "//go:build never\n\n"
	p.write("c/c.go", exclude+source("c", fault))
	p.write("a/testdata/t.go", source("t", fault))
	p.write("other/go.mod", "module example.com/other\n\ngo 1.26\n")
	p.run("git", "add", ".")
	p.run("git", "commit", "-q", "-m", "four")
	p.prints("awserrlint: nothing to analyze: c/c.go (excluded by build constraints)", "pre-commit", "run", "-v", "awserrlint", "--files", "c/c.go")
	p.prints("awserrlint: left out: c/c.go (excluded by build constraints)", "pre-commit", "run", "-v", "awserrlint", "--files", "a/a.go", "c/c.go")
	p.fails("c/c.go:12:9: error: the error of s3.DeleteObject", "pre-commit", "run", "tagged", "--hook-stage", "manual", "--files", "c/c.go")
	p.write("a/a.go", source("a", fault))
	p.fails("a/a.go"+found, "pre-commit", "run", "awserrlint", "--files", "a/a.go", "c/c.go")
	p.prints("no files to check", "pre-commit", "run", "awserrlint", "--files", "a/testdata/t.go")
	p.fails("no package matches ./nowhere/...: there is no folder", "pre-commit", "run", "--hook-stage", "manual", "--all-files", "nowhere")
	p.remove("go.mod")
	p.prints("awserrlint: nothing to analyze: a/a.go (in no module)", "pre-commit", "run", "-v", "awserrlint", "--files", "a/a.go")
	p.write("other/o.go", "package other\n")
	p.prints("awserrlint: left out: a/a.go (in no module)", "pre-commit", "run", "-v", "awserrlint", "--files", "a/a.go", "other/o.go")
}

// source returns a Go file of the package called name whose only function has body.
func source(name, body string) string {
	return "package " + name + `

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func f(ctx context.Context, client *s3.Client, in *s3.DeleteObjectInput) error {
` + body + "}\n"
}

// hookRepository returns a git repository with the current files of this one and the tag hooks.
func hookRepository(t *testing.T) string {
	t.Helper()
	repo := &project{t: t, dir: t.TempDir()}
	list := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	list.Dir = "../.."
	names, err := list.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		data, err := os.ReadFile(filepath.Join("../..", name))
		if os.IsNotExist(err) {
			continue // deleted, and not committed yet
		} else if err != nil {
			t.Fatal(err)
		}
		repo.write(name, string(data))
	}
	repo.init()
	repo.run("git", "add", ".")
	repo.run("git", "commit", "-q", "-m", "hooks")
	repo.run("git", "tag", "hooks")
	return repo.dir
}

// A project is a git repository.
type project struct {
	t   *testing.T
	dir string
}

// newProject returns an empty repository of a module that may import the SDK.
func newProject(t *testing.T) *project {
	t.Helper()
	p := &project{t: t, dir: t.TempDir()}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(ruletest.Fixtures(t), name))
		if err != nil {
			t.Fatal(err)
		}
		p.write(name, string(data))
	}
	p.init()
	t.Setenv("PRE_COMMIT_HOME", t.TempDir())
	// pre-commit has a GOPATH for each hook. With a module cache of its own, all would be compiled again.
	modules, err := checkout.GoEnv(t.Context(), "GOMODCACHE")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("GOMODCACHE", modules)
	return p
}

func (p *project) init() {
	p.run("git", "init", "-q")
	p.run("git", "config", "user.name", "Test")
	p.run("git", "config", "user.email", "test@example.com")
}

func (p *project) write(name, text string) {
	p.t.Helper()
	file := filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

// run runs a command, which must succeed.
func (p *project) run(name string, args ...string) {
	p.t.Helper()
	if out, err := p.command(name, args...); err != nil {
		p.t.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
}

// fails runs a command, which must fail and print want.
func (p *project) fails(want, name string, args ...string) {
	p.t.Helper()
	if out, err := p.command(name, args...); err == nil || !strings.Contains(out, want) {
		p.t.Fatalf("%s %q ended with %v, want an error and %q in\n%s", name, args, err, want, out)
	}
}

// prints runs a command, which must succeed and print want.
func (p *project) prints(want, name string, args ...string) {
	p.t.Helper()
	if out, err := p.command(name, args...); err != nil || !strings.Contains(out, want) {
		p.t.Fatalf("%s %q ended with %v, want success and %q in\n%s", name, args, err, want, out)
	}
}

func (p *project) remove(name string) {
	p.t.Helper()
	if err := os.Remove(filepath.Join(p.dir, name)); err != nil {
		p.t.Fatal(err)
	}
}

func (p *project) command(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = p.dir
	out, err := cmd.CombinedOutput()
	return string(out), err
}
