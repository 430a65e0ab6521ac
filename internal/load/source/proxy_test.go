package source

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
	"golang.org/x/tools/txtar"
)

// A world is a machine with nothing on it but Go, the user's files, and a module proxy. It has a
// twin, in which the go command can run without a trace in the world.
type world struct {
	dir   string // of the user's files
	cache string // GOMODCACHE, empty
	env   []string

	twinDir, twinCache string
	twinEnv            []string
}

// newWorld makes a world of an archive and more variables, in which $DIR is the folder of the
// user's files. Files below proxy/path@version/ make a module on the proxy, all others are the
// user's. If a variable is GOTOOLCHAIN, the module cache and the proxy are those of this machine,
// since they have toolchains.
func newWorld(t *testing.T, archive string, env ...string) *world {
	t.Helper()
	var files, modules []txtar.File
	for _, f := range txtar.Parse([]byte(archive)).Files {
		if rest, ok := strings.CutPrefix(f.Name, "proxy/"); ok {
			modules = append(modules, txtar.File{Name: rest, Data: f.Data})
		} else {
			files = append(files, f)
		}
	}
	users := string(txtar.Format(&txtar.Archive{Files: files}))
	proxy := writeProxy(t, modules)
	toolchains := slices.ContainsFunc(env, func(kv string) bool { return strings.HasPrefix(kv, "GOTOOLCHAIN=") })
	environ := func(dir, cache string) []string {
		// The go command counts its runs in XDG_CONFIG_HOME, after it has ended.
		all := append(os.Environ(), "XDG_CONFIG_HOME=/dev/null", "GOENV=off", "GOWORK=", "GOFLAGS=-modcacherw", "GOTOOLCHAIN=local")
		if !toolchains {
			all = append(all, "GOPROXY=file://"+filepath.ToSlash(proxy), "GOSUMDB=off", "GOPRIVATE=", "GONOPROXY=", "GOMODCACHE="+cache)
		}
		for _, kv := range env {
			all = append(all, strings.ReplaceAll(kv, "$DIR", dir))
		}
		return all
	}
	w := &world{dir: writeTree(t, users), cache: t.TempDir(), twinDir: writeTree(t, users), twinCache: t.TempDir()}
	w.env, w.twinEnv = environ(w.dir, w.cache), environ(w.twinDir, w.twinCache)
	t.Cleanup(func() { // without -modcacherw, folders of the module cache are read-only
		for _, cache := range []string{w.cache, w.twinCache} {
			filepath.WalkDir(cache, func(name string, d fs.DirEntry, err error) error {
				if err == nil && d.IsDir() {
					err = os.Chmod(name, 0o777)
				}
				return err
			})
		}
	})
	return w
}

// runInTwin runs the go command in the twin of dir and returns what it prints, with names of files
// as if it had run in dir.
func (w *world) runInTwin(t *testing.T, dir string, args ...string) string {
	t.Helper()
	twin := strings.Replace(dir, w.dir, w.twinDir, 1)
	// Fixtures have no go.sum. These commands write it, in a workspace or in a module.
	writers := [][]string{{"mod", "download"}, {"list", "-mod=mod", "-deps", "./..."}}
	run := func(args []string) (string, error) {
		cmd := exec.Command("go", args...)
		cmd.Dir, cmd.Env = twin, append(w.twinEnv, "PWD="+twin)
		out, err := cmd.Output()
		return string(out), err
	}
	for _, args := range writers {
		run(args)
	}
	out, err := run(args)
	if err != nil {
		stderr, _ := errors.AsType[*exec.ExitError](err)
		t.Fatalf("go %q: %v: %s", args, err, stderr.Stderr)
	}
	return strings.NewReplacer(w.twinDir, w.dir, w.twinCache, w.cache).Replace(out)
}

// writeProxy writes modules to a folder that can be a GOPROXY. The names of files begin with
// path@version of the module.
func writeProxy(t *testing.T, files []txtar.File) string {
	t.Helper()
	proxy := t.TempDir()
	sources := writeTree(t, string(txtar.Format(&txtar.Archive{Files: files})))
	seen := make(map[string]bool)
	for _, f := range files {
		path, rest, ok := strings.Cut(f.Name, "@")
		version, _, ok2 := strings.Cut(rest, "/")
		if !ok || !ok2 {
			t.Fatalf("file %s is in no module", f.Name)
		}
		if seen[path+version] {
			continue
		}
		seen[path+version] = true
		source := filepath.Join(sources, filepath.FromSlash(path+"@"+version))
		dir := filepath.Join(proxy, filepath.FromSlash(path), "@v")
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		write := func(ext string, data []byte) {
			if err := os.WriteFile(filepath.Join(dir, version+ext), data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		gomod, err := os.ReadFile(filepath.Join(source, "go.mod"))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := zip.CreateFromDir(&b, module.Version{Path: path, Version: version}, source); err != nil {
			t.Fatal(err)
		}
		write(".mod", gomod)
		write(".info", []byte(`{"Version": "`+version+`"}`))
		write(".zip", b.Bytes())
	}
	return proxy
}

// snapshot returns the content of all files below dir by name.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
