//go:build unix

package hostile

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A recorder is a folder of programs, for a PATH, that note how they are called and then do their work. It is the folder bin of what
// looks like a GOROOT, whose go command is the one that is run.
type recorder struct{ dir, log string }

func newRecorder(t *testing.T) recorder {
	t.Helper()
	root := t.TempDir()
	r := recorder{dir: filepath.Join(root, "bin"), log: filepath.Join(root, "log")}
	goroot := goEnv(t, "GOROOT")
	entries, err := os.ReadDir(goroot)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != "bin" {
			if err := os.Symlink(filepath.Join(goroot, entry.Name()), filepath.Join(root, entry.Name())); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.Mkdir(r.dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go", "git", "gcc", "cc", "clang", "pkg-config", "sh", "ssh", "awserrlint", "gopackagesdriver"} {
		real, err := exec.LookPath(name)
		if err != nil {
			real = "/bin/false"
		}
		run := fmt.Sprintf("exec '%s' \"$@\"", real)
		if name == "gopackagesdriver" {
			run = `echo '{"NotHandled":true}'`
		}
		text := fmt.Sprintf("#!/bin/sh\necho \"%s $*\" >>'%s'\n%s\n", name, r.log, run)
		if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	value, err := checkout.GoEnv(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// commands returns what was called: programs, those with commands of their own as in "go mod download".
func (r recorder) commands() []string {
	text, _ := os.ReadFile(r.log)
	seen := make(map[string]bool)
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		command, rest := words[0], words[1:]
		for len(rest) > 0 && strings.HasPrefix(rest[0], "-") { // options of git, some with a value
			if rest[0] == "-c" {
				rest = rest[1:]
			}
			rest = rest[1:]
		}
		if command == "go" || command == "git" {
			command += " " + rest[0]
		}
		if command == "go mod" {
			command += " " + rest[1]
		}
		if slices.Contains(rest, "-export=true") {
			command += " -export"
		}
		seen[command] = true
	}
	return slices.Sorted(maps.Keys(seen))
}

// baited returns a module full of what wants to be executed. Whatever is makes the file marker.
func baited(t *testing.T) (dir, marker string) {
	t.Helper()
	marker = filepath.Join(t.TempDir(), "marker")
	mark := fmt.Sprintf("os.WriteFile(%q, nil, 0o666)", marker)
	mod, sum := requires(t)
	dir = tree{
		"go.mod":            mod + "\ntool example.com/hostile/bait\n",
		"go.sum":            sum,
		"go.env":            "GOFLAGS=-toolexec=./evil\nCC=./evil\n",
		"fault/fault.go":    fault,
		"bait/main.go":      "package main\n\n//go:generate touch " + marker + "\n\nimport \"os\"\n\nfunc init() { " + mark + " }\n\nfunc main() { " + mark + " }\n",
		"bait/main_test.go": "package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n)\n\nfunc TestMain(m *testing.M) { " + mark + " }\n",
	}.write(t)
	for _, name := range []string{"evil", "go", "git", "gcc", "cc", "clang", "pkg-config", "sh", "ssh", "awserrlint", "gopackagesdriver", "go1.99.0"} {
		for _, folder := range []string{"", "bin", "fault"} {
			if err := os.MkdirAll(filepath.Join(dir, folder), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, folder, name), []byte("#!/bin/sh\n/usr/bin/touch '"+marker+"'\n"), 0o777); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir, marker
}

// TestExecutes checks that nothing of a hostile module is executed, and that what is executed is what SECURITY.md says: all of that,
// and nothing else.
func TestExecutes(t *testing.T) {
	page, err := os.ReadFile("../../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	var documented []string
	for _, m := range regexp.MustCompile("`((?:go|git) [a-z -]+)`").FindAllStringSubmatch(between(t, string(page), "* **It runs two other programs", "* **It opens"), -1) {
		documented = append(documented, m[1])
	}
	ran := make(map[string]bool)
	linter, err := exec.LookPath("awserrlint")
	if err != nil {
		t.Fatal(err)
	}
	absolute := []string{"PATH=REC:/usr/bin:/bin"}
	git := tree{".git/config": "[core]\n\tfsmonitor = ./evil\n[diff]\n\texternal = ./evil\n"}
	native := "package native\n\n// #cgo CFLAGS: -fplugin=./evil\n// #cgo pkg-config: evil\nimport \"C\"\n"
	for _, test := range []struct {
		name  string
		files tree
		args  []string
		found bool     // the fault is found all the same
		env   []string // REC stands for the folder of the recorder
		own   []string // what the case asks for itself, and what that runs: the go command compiles runtime/cgo
	}{
		{"by itself", nil, []string{linter, "-cache=off", "./..."}, true, nil, nil},
		{"with tests", nil, []string{linter, "-cache=off", "-tests", "./..."}, true, nil, nil},
		{"in a folder of the module", nil, []string{linter, "-cache=off", "-C", "fault", "."}, true, nil, nil},
		{"cgo", tree{"native/native.go": native}, []string{linter, "-cache=off", "./..."}, true, nil, nil},
		{"settings that name programs", tree{".awserrlint.yml": "run: ./evil\n"}, []string{linter, "-cache=off", "./..."}, false, nil, nil},
		{"toolchain", tree{"go.mod": "module example.com/hostile\n\ngo 1.99.0\n\ntoolchain go1.99.0\n"}, []string{linter, "-cache=off", "./..."}, false, nil, nil},
		{"only what is new", git, []string{linter, "-cache=off", "-new-from-rev", "HEAD", "./..."}, false, nil, nil}, // git of a relative folder is refused
		{"only what is new, with an absolute PATH", git, []string{linter, "-cache=off", "-new-from-rev", "HEAD", "./..."}, true, absolute, nil},
		{"only what is new since a branch", git, []string{linter, "-cache=off", "-new-from-merge-base", "HEAD", "./..."}, true, absolute, nil},
		{"driver", nil, []string{linter, "-cache=off", "./..."}, true, append(absolute, "GOPACKAGESDRIVER=REC/gopackagesdriver"), []string{"gopackagesdriver", "gcc"}},
		{"go vet", nil, []string{"REC/go", "vet", "-vettool=" + linter, "./fault"}, true, absolute, []string{"go vet", "gcc"}},
		{"a module that cannot be had", nil, []string{linter, "-cache=off", "./..."}, false, append(absolute, "GOPROXY=off", "GOMODCACHE=REC/none"), nil},
		{"errors", nil, []string{linter, "errors", "dynamodb.PutItem"}, false, absolute, nil},
		{"errors of no service", nil, []string{linter, "errors", "dynamodbb.PutItem"}, false, absolute, nil},
		{"errors with a code", nil, []string{linter, "errors", "-code", "ConditionalCheckFailedException"}, false, absolute, nil},
		{"errors, with a PATH of relative folders", nil, []string{linter, "errors", "dynamodb.PutItem"}, false, nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newRecorder(t)
			dir, marker := baited(t)
			for name, text := range test.files {
				plant(t, dir, name, text)
			}
			var args []string
			for _, arg := range test.args {
				args = append(args, strings.ReplaceAll(arg, "REC", r.dir))
			}
			ctx, cancel := context.WithTimeout(t.Context(), hang)
			defer cancel()
			cmd := exec.CommandContext(ctx, args[0], args[1:]...)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "PATH=.::bin:"+r.dir, "GOTOOLCHAIN=path", "XDG_CACHE_HOME="+t.TempDir(), "GOCACHE="+goEnv(t, "GOCACHE"), "GITHUB_ACTIONS=")
			for _, v := range test.env {
				cmd.Env = append(cmd.Env, strings.ReplaceAll(v, "REC", r.dir))
			}
			out, _ := cmd.CombinedOutput()
			if _, err := os.Stat(marker); err == nil {
				t.Errorf("something of the module was executed: %s", out)
			}
			if found := strings.Contains(string(out), "fault.go:10:2: "); found != test.found {
				t.Errorf("the fault is found: %t, want %t: %s", found, test.found, out)
			}
			for _, command := range r.commands() {
				if !slices.Contains(documented, command) && !slices.Contains(test.own, command) {
					t.Errorf("runs %s, which SECURITY.md does not say", command)
				}
				ran[command] = true
			}
		})
	}
	for _, command := range documented {
		if !ran[command] {
			t.Errorf("SECURITY.md tells of %s, which was never run", command)
		}
	}
}

// plant writes a file. What is in .git is added to a new repository that has all of dir.
func plant(t *testing.T, dir, name, text string) {
	t.Helper()
	if strings.HasPrefix(name, ".git/") {
		for _, args := range [][]string{{"init", "-q"}, {"add", "go.mod"}, {"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"}} {
			cmd := exec.Command("git", args...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("git %q: %v %s", args, err, out)
			}
		}
		before, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		text = string(before) + text
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// between returns the part of text from one mark up to another.
func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, from)
	part, _, ends := strings.Cut(rest, to)
	if !ok || !ends {
		t.Fatalf("there is no part from %q to %q", from, to)
	}
	return part
}
