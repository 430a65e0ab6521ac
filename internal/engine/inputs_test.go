package engine

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/load"
	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// setenv sets a variable for the loads of p.
func (p *program) setenv(kv string) { p.load.Env = append(p.load.Env, kv) }

// goEnv returns a setting of the go command.
func (p *program) goEnv(name string) string {
	p.Helper()
	value, err := checkout.GoEnv(p.Context(), name)
	if err != nil {
		p.Fatal(err)
	}
	return value
}

// TestNothingRuns checks that a run in which nothing changed starts no go command and needs neither
// the module cache nor GOROOT.
func TestNothingRuns(t *testing.T) {
	p := newProgram(t, carts)
	bin, log := t.TempDir(), filepath.Join(t.TempDir(), "log")
	gocmd, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\necho \"$@\" >>'" + log + "'\nexec '" + gocmd + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte(script), 0o777); err != nil {
		t.Fatal(err)
	}
	modules, root := filepath.Join(bin, "mod"), filepath.Join(bin, "root")
	for link, dir := range map[string]string{modules: p.goEnv("GOMODCACHE"), root: p.goEnv("GOROOT")} {
		if err := os.Symlink(dir, link); err != nil {
			t.Fatal(err)
		}
	}
	p.setenv("GOMODCACHE=" + modules)
	p.setenv("GOROOT=" + root)
	p.setenv("PATH=" + bin)
	want := p.want(analyzed(4, 4))
	os.Remove(log)

	if err := os.Remove(modules); err != nil {
		t.Fatal(err)
	}
	got, steps := p.run()
	if got != want || len(steps.list) != 2 || steps.list[0] != "look for changes" || steps.list[1] != nothingChanged {
		t.Errorf("got\n%s\nafter %q, want\n%s", got, steps.list, want)
	}
	if calls, err := os.ReadFile(log); !os.IsNotExist(err) {
		t.Errorf("the go command was run: %s, %v", calls, err)
	}
}

// TestAbove changes what is in folders above the module, and in those that the environment names.
func TestAbove(t *testing.T) {
	p := newProgram(t, carts)
	config := t.TempDir()
	p.setenv("GOENV=" + filepath.Join(config, "env"))
	p.setenv("GOFLAGS=")
	bin := t.TempDir()
	p.setenv("PATH=" + bin + string(filepath.ListSeparator) + os.Getenv("PATH"))
	p.want(analyzed(4, 4))
	p.want(nothingChanged)
	above := filepath.Dir(p.dir)
	for _, step := range []struct {
		name string
		edit func() error
		want string
	}{
		{"settings of the go command", func() error {
			return os.WriteFile(filepath.Join(config, "env"), []byte("GOFLAGS=-tags=x\n"), 0o666)
		}, analyzed(4, 4)},
		{"no settings", func() error { return os.Remove(filepath.Join(config, "env")) }, analyzed(0, 4)},
		{"another go command", func() error {
			gocmd, err := exec.LookPath("go")
			if err != nil {
				return err
			}
			return os.Symlink(gocmd, filepath.Join(bin, "go"))
		}, analyzed(0, 4)}, // it is the same Go
		{"a workspace", func() error {
			return os.WriteFile(filepath.Join(above, "go.work"), []byte("go 1.26.0\n\nuse ./carts\n"), 0o666)
		}, analyzed(4, 4)},
		{"no workspace", func() error { return os.Remove(filepath.Join(above, "go.work")) }, analyzed(0, 4)},
	} {
		if err := step.edit(); err != nil {
			t.Fatal(err)
		}
		p.want(step.want)
		p.want(nothingChanged)
		if t.Failed() {
			t.Fatalf("after: %s", step.name)
		}
	}
}

// TestReplaced edits a service of the SDK in a folder that replaces its module. Of the SDK, rules
// also read bodies.
func TestReplaced(t *testing.T) {
	p := newProgram(t, carts)
	out, err := exec.Command("go", "-C", "../../testdata/src", "list", "-m", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/sqs").Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(p.file("sqs"), os.DirFS(strings.TrimSpace(string(out)))); err != nil {
		t.Fatal(err)
	}
	p.write("go.mod", p.read("go.mod")+"\nreplace github.com/aws/aws-sdk-go-v2/service/sqs => ./sqs\n")
	p.want(analyzed(4, 4))
	p.want(nothingChanged)

	for _, name := range []string{"sqs/api_op_DeleteMessage.go", "sqs/types/errors.go"} {
		if err := os.Chmod(p.file(name), 0o666); err != nil {
			t.Fatal(err)
		}
		p.write(name, p.read(name)+"\nfunc init() {}\n")
		p.want(analyzed(1, 4))
		p.want(nothingChanged)
	}
	// What another package returns is known from the facts about it.
	p.write("sqs/new.go", "package sqs\n")
	p.want(analyzed(1, 4))
	p.want(nothingChanged)
	p.write("low/low_test.go", "package low\n")
	p.want(analyzed(0, 4))
}

// TestTestFiles edits tests in the package and outside of it.
func TestTestFiles(t *testing.T) {
	const inside = "package low\n\nfunc Inside() int { return 1 }\n"
	p := newProgram(t, carts+"-- low/in_test.go --\n"+inside+`
-- low/out_test.go --
package low_test

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"example.com/carts/low"
)

func drop(client *sqs.Client) {
	low.Inside()
	client.DeleteMessage(context.Background(), nil)
}
`)
	p.want(analyzed(4, 4))
	p.args = "-tests"
	p.want(analyzed(5, 5))
	for _, step := range []struct {
		edit func()
		want string
	}{
		{func() { p.edit("low/out_test.go", "drop(", "lose(") }, analyzed(1, 5)},
		{func() { p.edit("low/in_test.go", "return 1", "return 2") }, analyzed(1, 5)},
		{func() { p.edit("low/in_test.go", "() int", "() (i int)") }, analyzed(2, 5)},
	} {
		step.edit()
		p.want(step.want)
		p.want(nothingChanged)
	}
}

// TestOverlay fixes a file in memory first, and then on disk.
func TestOverlay(t *testing.T) {
	p := newProgram(t, carts)
	p.want(analyzed(4, 4))
	fixed := strings.Replace(p.read("low/low.go"), "cart: %w", "cart: %v", 1)
	p.load.Overlay = map[string][]byte{p.file("low/low.go"): []byte(fixed)}
	p.want(analyzed(3, 4))
	p.load.Overlay = nil
	p.want(nothingChanged)
	p.write("low/low.go", fixed)
	p.want(analyzed(0, 4))
	p.want(nothingChanged)
}

// TestFolders checks that two copies of a program do not get each other's positions.
func TestFolders(t *testing.T) {
	p, q := newProgram(t, carts), newProgram(t, carts)
	q.cache = p.cache
	p.want(analyzed(4, 4))
	q.want(analyzed(4, 4))
	p.want(nothingChanged)
	q.load = load.Config{Dir: q.file("low"), Patterns: []string{"../mid"}}
	q.want(analyzed(0, 2)) // low is not asked for, but its facts are
	q.load = p.load
	q.load.Dir = q.dir
	q.want(nothingChanged)
	q.edit("plain/plain.go", "1", "2")
	q.want(analyzed(0, 4))
}

// TestModuleFiles edits the go.mod files of modules that are not the one analyzed, but of its
// workspace or in place of required ones.
func TestModuleFiles(t *testing.T) {
	p := newProgram(t, carts+`
-- low/lib.go --
package low

import "example.com/lib"

var Lib lib.T
-- ../lib/go.mod --
module example.com/lib

go 1.26.0
-- ../lib/lib.go --
package lib

type T int
-- ../helper/go.mod --
module example.com/helper

go 1.26.0
-- ../go.work --
go 1.26.0

use ./carts

use ./helper

replace example.com/lib => ./lib
`)
	p.write("go.mod", p.read("go.mod")+"\nrequire example.com/lib v0.1.0\n")
	p.want(analyzed(4, 4))
	p.want(nothingChanged)
	for _, name := range []string{"../lib/go.mod", "../helper/go.mod", "../go.work"} {
		p.write(name, p.read(name)+"\n// A comment.\n")
		p.want(analyzed(4, 4))
		p.want(nothingChanged)
	}
	p.edit("../lib/lib.go", "T int", "T string")
	p.want(analyzed(3, 4))
	p.want(nothingChanged)
}
