package main

import (
	"context"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// A mode says what the caches hold when a measured run starts, and what it is compared with.
type mode struct {
	name, title string
	peers       []string // names of tools
	filled      bool     // with everything compiled that go vet needs, but no results of go vet
	fresh       bool     // each run starts with new copies
	download    bool     // the module cache is empty, too
	edit        bool     // a function body changes before each run
	vettool     bool     // awserrlint runs under go vet
	flags       []string // of awserrlint
}

func (m mode) id() string { return m.name }

// noResults has awserrlint analyze everything.
var noResults = []string{"-cache=off"}

// generated is the mode that measures generated modules; see measureGenerated.
const generated = "generated"

var modes = []mode{
	{
		name: "unchanged", title: "nothing changed since the last run", filled: true,
		peers: []string{"errcheck", "staticcheck", "golangci-lint", "go vet", "go list"},
	},
	{
		name: "edited", title: "a function body changed since the last run", filled: true, edit: true,
		peers: []string{"errcheck", "staticcheck", "golangci-lint"},
	},
	{
		name: "full", title: "full build cache, no results of awserrlint", filled: true, flags: noResults,
		peers: []string{"errcheck", "staticcheck", "golangci-lint", "go vet", "go list"},
	},
	{
		name: "fresh", title: "empty module cache and build cache", fresh: true, download: true,
		peers: []string{"errcheck"},
	},
	{
		name: "empty", title: "empty build cache", fresh: true,
		peers: []string{"errcheck", "staticcheck", "golangci-lint"},
	},
	{
		name: "vettool", title: "first run under go vet, full build cache", filled: true, fresh: true, vettool: true,
		peers: []string{"go vet"},
	},
	{name: generated, title: "generated modules", filled: true, flags: noResults, peers: []string{"errcheck", "go list"}},
}

// inCopy returns whether the mode changes files of the module, or may.
func (m mode) inCopy() bool { return m.edit || m.download }

// cacheEnv returns the environment variables that put the caches of tools below dir. awserrlint's
// is in the user's cache folder, which only Unix takes from a variable of its own.
func cacheEnv(dir string) []string {
	return []string{
		"GOCACHE=" + filepath.Join(dir, "go"),
		"STATICCHECK_CACHE=" + filepath.Join(dir, "staticcheck"),
		"GOLANGCI_LINT_CACHE=" + filepath.Join(dir, "golangci-lint"),
		"XDG_CACHE_HOME=" + filepath.Join(dir, "user"),
	}
}

// downloadEnv returns the environment variables that put the module cache below dir, to be filled
// from the module cache in the folder from, so that the network has no part in it.
func downloadEnv(dir, from string) []string {
	path := filepath.ToSlash(filepath.Join(from, "cache", "download"))
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/...
	}
	proxy := url.URL{Scheme: "file", Path: path}
	return []string{
		"GOMODCACHE=" + filepath.Join(dir, "modules"),
		"GOPROXY=" + proxy.String(),
		"GOPRIVATE=", "GONOPROXY=none", "GOSUMDB=off",
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
