package source

import (
	"context"
	"go/build"
	"path/filepath"
	"sync"

	"github.com/awserrlint/awserrlint/internal/cache"
)

// A Tree is all source that a package in a folder can be built from. Its methods may be
// called concurrently.
type Tree struct {
	Dir     string        // the folder, absolute
	Context build.Context // build constraints of the program

	version string // of the Go that is used: "go1.26.8"

	ctx   context.Context
	cache *cache.Cache
	gocmd *goCommand
	reads *reads
	modules
	downloads *downloads // nil if packages come from vendor
	overlay   map[string][]byte
	sources   *Sources
	tags      string // as in the flag -tags
	suffixes  suffixes
	named     sync.Map // files that patterns name, which no build constraint excludes, to true
}

// Config describes a Tree.
type Config struct {
	Dir       string            // where the go command would run
	Env       []string          // its environment
	BuildTags string            // its flag -tags
	Overlay   map[string][]byte // content to read in place of that of files, which need not exist, by absolute name
	Steps     Steps             // is told what is done; may be nil
	Cache     *cache.Cache      // keeps what the go command says; may be nil
	Sources   *Sources          // keeps files that never change; may be nil
}

// New returns the tree that cfg describes. When ctx is done, what the tree waits for ends.
func New(ctx context.Context, cfg Config) (*Tree, error) {
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, err
	}
	t := &Tree{Dir: dir, ctx: ctx, cache: cfg.Cache, reads: newReads(), overlay: cfg.Overlay, sources: cfg.Sources}
	env, err := newEnviron(cfg.Env, t.reads)
	if err != nil {
		return nil, err
	}
	flags, err := parseFlags(env.get("GOFLAGS"))
	if err != nil {
		return nil, err
	}
	if cfg.BuildTags != "" {
		flags.tags = cfg.BuildTags // on the command line, -tags replaces that of GOFLAGS
	}
	t.gocmd = newGoCommand(ctx, cfg.Steps, env, flags)
	if err := t.findModules(env, flags); err != nil {
		return nil, err
	}
	if t.Context, err = t.context(env, flags); err != nil {
		return nil, err
	}
	t.tags = flags.tags
	t.suffixes.context = t.Context
	return t, nil
}

// ReadFile returns the content of a file, from the overlay if that has it.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	if data, ok := t.overlay[name]; ok {
		return data, nil
	}
	return t.reads.readFile(name, 0)
}
