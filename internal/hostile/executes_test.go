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
)

// A recorder is a folder of programs, for a PATH, that note how they are called and then do their work.
type recorder struct{ dir, log string }

func newRecorder(t *testing.T) recorder {
	t.Helper()
	r := recorder{dir: t.TempDir(), log: filepath.Join(t.TempDir(), "log")}
	for _, name := range []string{"go", "git", "gcc", "cc", "clang", "pkg-config", "sh", "ssh", "awserrlint", "gopackagesdriver"} {
		real, err := exec.LookPath(name)
		if err != nil {
			real = "/bin/false"
		}
		text := fmt.Sprintf("#!/bin/sh\necho \"%s $*\" >>'%s'\nexec '%s' \"$@\"\n", name, r.log, real)
		if err := os.WriteFile(filepath.Join(r.dir, name), []byte(text), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// commands returns what was called: programs, each with its first arguments that are words, as in "go mod download".
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
		if len(rest) > 0 {
			command += " " + rest[0]
		}
		if command == "go mod" {
			command += " " + rest[1]
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

// TestExecutes checks that nothing of a hostile module is executed, and that what is executed is what SECURITY.md says.
func TestExecutes(t *testing.T) {
	page, err := os.ReadFile("../../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	var documented []string
	for _, m := range regexp.MustCompile("`((?:go|git) [a-z -]+)`").FindAllStringSubmatch(between(t, string(page), "* **It runs two other programs", "* **It opens"), -1) {
		documented = append(documented, m[1])
	}
	linter, err := exec.LookPath("awserrlint")
	if err != nil {
		t.Fatal(err)
	}
	native := "package native\n\n// #cgo CFLAGS: -fplugin=./evil\n// #cgo pkg-config: evil\nimport \"C\"\n"
	for _, test := range []struct {
		name  string
		files tree
		args  []string
		found bool // the fault is found all the same
	}{
		{"by itself", nil, []string{linter, "-cache=off", "./..."}, true},
		{"with tests", nil, []string{linter, "-cache=off", "-tests", "./..."}, true},
		{"in a folder of the module", nil, []string{linter, "-cache=off", "-C", "fault", "."}, true},
		{"cgo", tree{"native/native.go": native}, []string{linter, "-cache=off", "./..."}, true},
		{"settings that name programs", tree{".awserrlint.yml": "run: ./evil\n"}, []string{linter, "-cache=off", "./..."}, false},
		{"toolchain", tree{"go.mod": "module example.com/hostile\n\ngo 1.99.0\n\ntoolchain go1.99.0\n"}, []string{linter, "-cache=off", "./..."}, false},
		{"only what is new", tree{".git/config": "[core]\n\tfsmonitor = ./evil\n[diff]\n\texternal = ./evil\n"}, []string{linter, "-cache=off", "-new-from-rev", "HEAD", "./..."}, false}, // git of a relative folder is refused
		{"errors", nil, []string{linter, "errors", "dynamodb", "PutItem"}, false},
		{"errors search", nil, []string{linter, "errors", "search", "ConditionalCheckFailed"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := newRecorder(t)
			dir, marker := baited(t)
			for name, text := range test.files {
				plant(t, dir, name, text)
			}
			args := test.args
			ctx, cancel := context.WithTimeout(t.Context(), hang)
			defer cancel()
			cmd := exec.CommandContext(ctx, args[0], args[1:]...)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "PATH=.::bin:"+r.dir, "GOTOOLCHAIN=path", "XDG_CACHE_HOME="+t.TempDir(), "GITHUB_ACTIONS=")
			out, _ := cmd.CombinedOutput()
			if _, err := os.Stat(marker); err == nil {
				t.Errorf("something of the module was executed: %s", out)
			}
			if found := strings.Contains(string(out), "fault.go:10:2: "); found != test.found {
				t.Errorf("the fault is found: %t, want %t: %s", found, test.found, out)
			}
			for _, command := range r.commands() {
				if !slices.Contains(documented, command) {
					t.Errorf("runs %s, which SECURITY.md does not say", command)
				}
			}
		})
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
