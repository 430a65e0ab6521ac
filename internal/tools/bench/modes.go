package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
)

// A mode says what the caches hold when a measured run starts.
type mode struct {
	name, title string
	filled      bool // with everything compiled that go vet needs, but no results of go vet
	fresh       bool // each run starts with new copies
	vettool     bool // awserrlint runs under go vet, and is compared only with go vet
}

func (m mode) id() string { return m.name }

var modes = []mode{
	{name: "empty", title: "empty build cache", fresh: true},
	{name: "full", title: "full build cache, and whatever caches of its own a tool keeps", filled: true},
	{name: "vettool", title: "first run under go vet, full build cache", filled: true, fresh: true, vettool: true},
}

// cacheEnv returns the environment variables that put the caches of tools below dir.
func cacheEnv(dir string) []string {
	return []string{
		"GOCACHE=" + filepath.Join(dir, "go"),
		"STATICCHECK_CACHE=" + filepath.Join(dir, "staticcheck"),
		"GOLANGCI_LINT_CACHE=" + filepath.Join(dir, "golangci-lint"),
	}
}

// fill fills the build cache below caches with everything that go vet compiles for the module in
// dir.
func fill(ctx context.Context, dir, pattern, caches string) error {
	return goCommand(ctx, dir, cacheEnv(caches), "list", "-e", "-export", "-deps", "-test", pattern)
}

// linkTree fills the folder to with hard links to the files in from. That is enough, since tools
// only add files to their caches.
func linkTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, rel), 0o777)
		}
		return os.Link(path, filepath.Join(to, rel))
	})
}
