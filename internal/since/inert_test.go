//go:build unix

package since

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestInert checks that git starts no program that a repository names, each of which a plain git does start.
func TestInert(t *testing.T) {
	lacking := func(r *repo, settings ...string) { // a partial clone without a.go of the base
		blob := r.out("rev-parse", "base:a.go")
		if err := os.Remove(filepath.Join(r.dir, ".git/objects", blob[:2], blob[2:])); err != nil {
			r.t.Fatal(err)
		}
		r.config("core.repositoryFormatVersion 1", "extensions.partialClone origin", "remote.origin.promisor true")
		r.config(settings...)
	}
	attribute := func(r *repo, text string) { r.write(".git/info/attributes", "*.go "+text+"\n") }
	for _, test := range []struct {
		name  string
		plant func(r *repo, program string)
		plain []string // a git command that starts the program
		fails string   // what Rev complains of
	}{
		{"fsmonitor", func(r *repo, program string) { r.config("core.fsmonitor " + program) }, []string{"ls-files", "--others"}, ""},
		{"external diff", func(r *repo, program string) { r.config("diff.external " + program) }, []string{"diff", "base"}, ""},
		{"diff driver", func(r *repo, program string) {
			attribute(r, "diff=evil")
			r.config("diff.evil.command " + program)
		}, []string{"diff", "base"}, ""},
		{"textconv", func(r *repo, program string) {
			attribute(r, "diff=evil")
			r.config("diff.evil.textconv " + program)
		}, []string{"diff", "base"}, ""},
		{"filter", func(r *repo, program string) {
			attribute(r, "filter=evil")
			r.config("filter.evil.clean "+program, "filter.evil.required true")
		}, []string{"diff", "base"}, ""},
		{"filter in a file that is included", func(r *repo, program string) {
			attribute(r, "filter=E.vil")
			r.write(".git/more", "[filter \"E.vil\"]\n\tclean = "+program+"\n")
			r.config("include.path more")
		}, []string{"diff", "base"}, ""},
		{"filter process", func(r *repo, program string) {
			attribute(r, "filter=evil")
			r.config("filter.evil.process "+program, "filter.evil.required true")
		}, []string{"diff", "base"}, ""},
		{"filter with an equals sign", func(r *repo, program string) {
			attribute(r, "filter=a=b")
			r.config("filter.a=b.clean " + program)
		}, []string{"diff", "base"}, `"a=b" is no name of a filter`},
		{"ssh", func(r *repo, program string) {
			lacking(r, "remote.origin.url ssh://host/x", "core.sshCommand "+program)
		}, []string{"diff", "base"}, "partial clone"},
		{"upload-pack", func(r *repo, program string) {
			lacking(r, "remote.origin.url "+r.dir, "remote.origin.uploadpack "+program)
		}, []string{"diff", "base"}, "partial clone"},
		{"protocol ext", func(r *repo, program string) {
			lacking(r, "remote.origin.url ext::"+program, "protocol.ext.allow always")
		}, []string{"diff", "base"}, "partial clone"},
		{"pager", func(r *repo, program string) { r.config("core.pager "+program, "pager.diff true") }, []string{"-p", "diff", "base"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newRepo(t)
			r.git("config", "--unset", "diff.external") // which would stand in the way of the others
			r.write("a.go", numbered(1, 9))
			marker, program := planted(t)
			test.plant(r, program)
			_, err := Rev(t.Context(), r.dir, "base")
			if (err != nil) != (test.fails != "") || err != nil && !strings.Contains(err.Error(), test.fails) {
				t.Errorf("Rev: %v, want %q", err, test.fails)
			}
			if _, err := os.Stat(marker); err == nil {
				t.Fatal("a program of the repository has run")
			}
			plain := exec.Command("git", test.plain...)
			plain.Dir = r.dir
			out, _ := plain.CombinedOutput()
			if _, err := os.Stat(marker); err != nil && test.name != "pager" { // which needs a terminal
				t.Errorf("git %q does not start the program, so that this is no test: %s", test.plain, out)
			}
		})
	}
}

// TestBareInside checks that a folder which looks like a bare repository is not taken for the one that it is in.
func TestBareInside(t *testing.T) {
	r := newRepo(t)
	marker, program := planted(t)
	inner := filepath.Join(r.dir, "inner")
	r.git("clone", "-q", "--bare", ".", inner)
	r.git("-C", inner, "config", "core.fsmonitor", program)
	r.git("-C", inner, "config", "core.bare", "false")
	r.git("-C", inner, "config", "core.worktree", r.dir)
	if _, err := Rev(t.Context(), inner, "base"); err == nil || !strings.Contains(err.Error(), "bare") {
		t.Errorf("Rev: %v, want that the folder is a bare repository", err)
	}
	if _, err := os.Stat(marker); err == nil {
		t.Error("a program of the folder has run")
	}
	r.git("-C", inner, "ls-files", "--others")
	if _, err := os.Stat(marker); err != nil {
		t.Error("plain git does not start the program, so that this is no test")
	}
}

// planted returns the name of a program that makes the file marker.
func planted(t *testing.T) (marker, program string) {
	t.Helper()
	dir := t.TempDir()
	marker, program = filepath.Join(dir, "marker"), filepath.Join(dir, "program")
	if err := os.WriteFile(program, []byte("#!/bin/sh\ntouch '"+marker+"'\nexit 1\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	return marker, program
}

// config sets settings, each a name and a value with a space between.
func (r *repo) config(settings ...string) {
	r.t.Helper()
	for _, setting := range settings {
		name, value, _ := strings.Cut(setting, " ")
		r.git("config", name, value)
	}
}

// out returns the line that git prints.
func (r *repo) out(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
