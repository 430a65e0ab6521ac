package model

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/mod/module"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// opened are the service packages that the process has read, by folder: func() (*Service, error).
//
// It is a cache of files, and no state that an analysis could see: the packages of a run ask for
// the same services again and again, in any order, and the analysis framework has nothing that
// outlives the pass of one package but facts. It does not grow with the program, since there is one
// entry for each service that the program uses, in the version that it compiles against.
var opened sync.Map

// Open returns the service package of the source file that the position of an imported object
// names, in the package itself or in its types, as the program compiles against it. It reads each
// package once in a process. from is the folder of the importing package; see [Dir].
func Open(filename, from string) (*Service, error) {
	dir, err := Dir(filename, from)
	if err != nil {
		return nil, err
	}
	if filepath.Base(dir) == "types" {
		dir = filepath.Dir(dir)
	}
	load, ok := opened.Load(dir)
	if !ok {
		load, _ = opened.LoadOrStore(dir, sync.OnceValues(func() (*Service, error) { return Load(dir) }))
	}
	return load.(func() (*Service, error))()
}

// Dir returns the folder of the source file that the position of an imported object
// names, so it is the source that the program compiles against: in the module cache, a
// vendor folder or a replaced module. The name is an absolute path or, under -trimpath,
// module@version/file; then the folder from, of the importing package, leads to the
// main module. It fails where the source is not to be had or may be another.
func Dir(filename, from string) (string, error) {
	if filepath.IsAbs(filename) {
		dir := filepath.Dir(filename)
		if !exists(dir) {
			return "", fmt.Errorf("no source in %s", dir)
		}
		return dir, nil
	}
	path, rest, ok := strings.Cut(filename, "@")
	if !ok {
		return "", fmt.Errorf("no source file: %s", filename)
	}
	version, file, _ := strings.Cut(rest, "/")
	// A replacement is compiled under the name of the module it replaces.
	main, err := mainModules(from)
	if err != nil {
		return "", err
	}
	for _, m := range main {
		if m.replaces(path, version) {
			return "", fmt.Errorf("%s is replaced in %s", path, m.file)
		}
	}
	mod, err := escaped(path, version)
	if err != nil {
		return "", err
	}
	dirs := []string{filepath.Join(moduleCache(), mod)}
	for _, m := range main {
		dirs = append(dirs, filepath.Join(filepath.Dir(m.file), "vendor", filepath.FromSlash(path)))
	}
	for _, dir := range dirs {
		if dir := filepath.Join(dir, filepath.Dir(filepath.FromSlash(file))); exists(dir) {
			return dir, nil
		}
	}
	return "", fmt.Errorf("no source of %s@%s", path, version)
}

// escaped returns the folder of a module inside the module cache.
func escaped(path, version string) (string, error) {
	p, err := module.EscapePath(path)
	if err != nil {
		return "", err
	}
	v, err := module.EscapeVersion(version)
	if err != nil {
		return "", err
	}
	return filepath.FromSlash(p + "@" + v), nil
}

// moduleCache returns the folder of the go command's module cache.
func moduleCache() string {
	if dir := goEnv("GOMODCACHE"); dir != "" {
		return dir
	}
	gopath := goEnv("GOPATH")
	if list := filepath.SplitList(gopath); len(list) > 0 {
		return filepath.Join(list[0], "pkg", "mod")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "go", "pkg", "mod")
}

// goEnv returns a setting of the go command: of the environment, or as go env -w keeps it.
func goEnv(name string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	file := os.Getenv("GOENV")
	if file == "" {
		dir, err := os.UserConfigDir()
		if err != nil {
			return ""
		}
		file = filepath.Join(dir, "go", "env")
	}
	src, err := readfile.All(file)
	if err != nil {
		return "" // most have no such file
	}
	for line := range strings.Lines(string(src)) {
		if v, ok := strings.CutPrefix(strings.TrimSpace(line), name+"="); ok {
			return v
		}
	}
	return ""
}
