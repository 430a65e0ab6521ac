package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestFresh runs the first command of the README on a machine that has nothing but Go, and demands
// the findings that the README promises. Nothing may be compiled: the build cache stays empty.
func TestFresh(t *testing.T) {
	const root = "../.."
	want, err := os.ReadFile(filepath.Join(root, "examples", "orders", "findings.txt"))
	if err != nil {
		t.Fatal(err)
	}

	modules, cache := t.TempDir(), filepath.Join(t.TempDir(), "build")
	t.Cleanup(func() { makeWritable(t, modules) })
	cmd := exec.Command("awserrlint", "-C", "examples/orders", "./...")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOMODCACHE="+modules, "GOCACHE="+cache, "GOPROXY="+proxy(t, filepath.Join(root, "examples/orders")),
		"GOSUMDB=off", "XDG_CACHE_HOME="+t.TempDir())
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 1 {
		t.Errorf("ended with %v, want exit code 1: %s", err, &stderr)
	}
	if found := stdout.String(); found != string(want) {
		t.Errorf("printed\n%s\nwant\n%s", found, want)
	}
	err = filepath.WalkDir(cache, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			t.Errorf("%s was written", name)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Error(err)
	}
}

// proxy returns a module proxy, as in GOPROXY, that has what the module in the folder dir requires
// and no network.
func proxy(t *testing.T, dir string) string {
	t.Helper()
	download := exec.Command("go", "mod", "download")
	download.Dir = dir
	if out, err := download.CombinedOutput(); err != nil {
		t.Fatalf("go mod download: %v\n%s", err, out)
	}
	out, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return "file://" + filepath.ToSlash(filepath.Join(strings.TrimSpace(string(out)), "cache", "download"))
}

// makeWritable makes the folders of a module cache writable, so that they can be removed.
func makeWritable(t *testing.T, dir string) {
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			err = os.Chmod(name, 0o777)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
