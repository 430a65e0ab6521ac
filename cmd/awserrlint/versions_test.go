package main

import (
	"bytes"
	"errors"
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// goVersions are the versions of Go that build the command, and that users have.
var goVersions = []string{"go1.26.8", "go1.27.3"}

// TestGoVersions checks that in all combinations of the Go that builds the command and the Go of the
// user all drivers find the same, and fix it in the same way.
func TestGoVersions(t *testing.T) {
	bin := t.TempDir()
	for _, built := range goVersions {
		run(t, ".", built, "go", "build", "-o", filepath.Join(bin, built), ".")
	}
	for _, test := range []struct {
		name, module string
		users        []string
	}{
		// To compile the SDK that the example needs with a second version would take minutes.
		{"orders", filepath.Join("..", "..", "examples", "orders"), goVersions[:1]},
		{"small", writeModule(t, "small.txtar", "go 1.26.0"), goVersions},
		{"newer", writeModule(t, "small.txtar", "go 1.27.0"), goVersions[1:]},
	} {
		t.Run(test.name, func(t *testing.T) {
			var first map[string]string
			for _, user := range test.users {
				for _, built := range goVersions {
					got := drivers(t, test.module, user, filepath.Join(bin, built))
					if first == nil {
						first = got
					}
					for what, text := range got {
						if text != first[what] {
							t.Errorf("built with %s, run with %s: %s is\n%s\nnot\n%s", built, user, what, text, first[what])
						}
					}
				}
			}
			if found := first["what is found"]; found == "" || found != first["what go vet finds"] {
				t.Errorf("the command finds\n%s\ngo vet\n%s", found, first["what go vet finds"])
			}
			before := sources(t, test.module)
			for what, text := range first {
				if strings.HasPrefix(what, "what is left by") && text == before {
					t.Errorf("%s is what was there before", what)
				}
			}
		})
	}
}

// drivers returns what the tool finds in the module, and makes of it, in all drivers with the user's Go.
func drivers(t *testing.T, module, user, tool string) map[string]string {
	t.Helper()
	stdout, _ := run(t, module, user, tool, "-cache=off", "./...")
	_, stderr := run(t, module, user, "go", "vet", "-vettool="+tool, "./...")
	return map[string]string{
		"what is found":              lines(stdout),
		"what go vet finds":          lines(stderr),
		"what is left by -fix":       changed(t, module, user, tool, "-cache=off", "-fix", "./..."),
		"what is left by go fix":     changed(t, module, user, "go", "fix", "-fixtool="+tool, "./..."),
		"what is left by go vet fix": changed(t, module, user, "go", "vet", "-vettool="+tool, "-fix", "./..."),
	}
}

// lines returns the lines of text, sorted, without what go vet adds: headings and related positions.
func lines(text string) string {
	list := slices.DeleteFunc(strings.SplitAfter(text, "\n"), func(line string) bool {
		return line == "" || strings.HasPrefix(line, "# ") || strings.Contains(line, ": \t")
	})
	slices.Sort(list)
	return strings.Join(list, "")
}

// changed returns the sources of a copy of the module after a command.
func changed(t *testing.T, module, user, name string, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(module)); err != nil {
		t.Fatal(err)
	}
	run(t, dir, user, name, args...)
	return sources(t, dir)
}

// sources returns all Go files in dir and in the folders in it.
func sources(t *testing.T, dir string) string {
	t.Helper()
	var all bytes.Buffer
	for _, pattern := range []string{"*.go", "*/*.go"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(content)
		}
	}
	return all.String()
}

// writeModule writes the module in an archive, with its go line, to a new folder.
func writeModule(t *testing.T, archive, goLine string) string {
	t.Helper()
	dir := t.TempDir()
	content, err := txtar.ParseFile(filepath.Join("testdata", "versions", archive))
	if err != nil {
		t.Fatal(err)
	}
	files, err := txtar.FS(content)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	gomod := filepath.Join(dir, "go.mod")
	text, err := os.ReadFile(gomod)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(gomod, bytes.Replace(text, []byte("GO LINE"), []byte(goLine), 1), 0o666); err != nil {
		t.Fatal(err)
	}
	// The SDK is the one of the example, so that it is there already.
	sums, err := os.ReadFile(filepath.Join("..", "..", "examples", "orders", "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

// run runs a command in dir with a version of Go. Exit code 1 means findings, so it is no error.
func run(t *testing.T, dir, goVersion, name string, args ...string) (stdout, stderr string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if version.Lang(goVersion) == version.Lang(runtime.Version()) {
		goVersion = runtime.Version() // it need not be fetched
	}
	cmd.Env = append(os.Environ(), "GOTOOLCHAIN="+goVersion)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || exit.ExitCode() != 1 || name == "go" && args[0] == "build") {
		t.Fatalf("%s %s with %s: %v\n%s%s", name, strings.Join(args, " "), goVersion, err, out.String(), errs.String())
	}
	return out.String(), errs.String()
}
