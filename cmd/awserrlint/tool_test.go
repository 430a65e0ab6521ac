package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// TestTool runs the command as a tool of a module, where go.mod names it, and where a file of
// modules of its own does, which leaves go.mod as it is. It must find the same as by itself: what
// the program requires says go.mod, never the file of the tools.
func TestTool(t *testing.T) {
	const orders = "../../examples/orders"
	want, _ := run(t, orders, runtime.Version(), "awserrlint", "-cache=off", "./...")
	if want == "" {
		t.Fatal("there are no findings")
	}
	modules, build := t.TempDir(), goEnv(t, "GOCACHE")
	t.Cleanup(func() { makeWritable(t, modules) })
	proxies := "GOPROXY=" + published(t, "v0.1.0") + "," + proxy(t, "../..") + "," + proxy(t, orders)
	for _, modfile := range []string{"go.mod", "tools.mod"} {
		t.Run(modfile, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(orders)); err != nil {
				t.Fatal(err)
			}
			before := read(t, filepath.Join(dir, "go.mod"))
			if modfile != "go.mod" {
				if err := os.WriteFile(filepath.Join(dir, modfile), []byte("module example.com/orders\n\ngo 1.26.0\n"), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			command := func(args ...string) string {
				t.Helper()
				cmd := exec.Command("go", args...)
				cmd.Dir = dir
				cmd.Env = append(os.Environ(), "GOMODCACHE="+modules, "GOCACHE="+build, proxies, "GOSUMDB=off", "XDG_CACHE_HOME="+t.TempDir())
				var stderr bytes.Buffer
				cmd.Stderr = &stderr
				out, err := cmd.Output()
				if exit, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || exit.ExitCode() != 1 || len(out) == 0) {
					t.Fatalf("go %q: %v\n%s%s", args, err, out, &stderr)
				}
				return string(out)
			}
			command("get", "-tool", "-modfile="+modfile, "github.com/awserrlint/awserrlint/cmd/awserrlint@v0.1.0")
			if changed := read(t, filepath.Join(dir, "go.mod")) != before; changed != (modfile == "go.mod") {
				t.Errorf("go.mod is changed: %t", changed)
			}
			if have := command("tool", "-modfile="+modfile, "awserrlint", "./..."); have != want {
				t.Errorf("go tool finds\n%s\nwant\n%s", have, want)
			}
		})
	}
}

// published returns a module proxy, as in GOPROXY, that has the files of the command as a version.
func published(t *testing.T, version string) string {
	t.Helper()
	m := module.Version{Path: "github.com/awserrlint/awserrlint", Version: version}
	files, proxy := t.TempDir(), t.TempDir()
	for _, name := range []string{"analyzers", "cmd", "internal"} {
		if err := os.CopyFS(filepath.Join(files, name), os.DirFS(filepath.Join("../..", name))); err != nil {
			t.Fatal(err)
		}
	}
	gomod := read(t, "../../go.mod")
	if err := os.WriteFile(filepath.Join(files, "go.mod"), []byte(gomod), 0o666); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(proxy, filepath.FromSlash(m.Path), "@v")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"list":            version + "\n",
		version + ".info": fmt.Sprintf(`{"Version": %q, "Time": "2026-01-01T00:00:00Z"}`, version),
		version + ".mod":  gomod,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	archive, err := os.Create(filepath.Join(dir, version+".zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if err := zip.CreateFromDir(archive, m, files); err != nil {
		t.Fatal(err)
	}
	return "file://" + filepath.ToSlash(proxy)
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	value, err := checkout.GoEnv(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
