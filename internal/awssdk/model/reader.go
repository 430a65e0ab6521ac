package model

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/mod/module"
)

// A Reader finds the source of the service packages in use and keeps what was read of
// it. It may be used concurrently. One Reader serves a whole process: what it
// keeps are files that do not change.
type Reader struct {
	modCache func() string
	services sync.Map // folder -> func() (*Service, error)
}

// NewReader returns a Reader without any content.
func NewReader() *Reader {
	return &Reader{modCache: sync.OnceValue(moduleCache)}
}

// Load is [Load], at most once per folder.
func (r *Reader) Load(dir string) (*Service, error) {
	load, ok := r.services.Load(dir)
	if !ok {
		load, _ = r.services.LoadOrStore(dir, sync.OnceValues(func() (*Service, error) { return Load(dir) }))
	}
	return load.(func() (*Service, error))()
}

// Dir returns the folder of the source file that the position of an imported object
// names, so it is the source that the program compiles against: in the module cache, a
// vendor folder or a replaced module. The name is an absolute path or, under -trimpath,
// module@version/file; then the folder from, of the importing package, leads to the
// main module. It fails where the source is not to be had or may be another.
func (r *Reader) Dir(filename, from string) (string, error) {
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
	dirs := []string{filepath.Join(r.modCache(), mod)}
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
	src, err := os.ReadFile(file)
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
