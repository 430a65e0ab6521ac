package source

import (
	"context"
	"go/build"
	"path/filepath"
)

// A Tree is all source that a package in a folder can be built from. Its methods may be
// called concurrently.
type Tree struct {
	Dir     string        // the folder, absolute
	Context build.Context // build constraints of the program

	ctx      context.Context
	steps    Steps
	reads    *reads
	main     []*Module          // more than one only in a workspace
	modules  map[string]*Module // those that main modules require, by path
	vendor   string             // the vendor folder, if packages come from there
	overlay  map[string][]byte
	suffixes suffixes
}

// A Module is a module that packages come from.
type Module struct {
	Path      string
	Version   string   // as required; "" for a main module
	Dir       string   // where its source is, or will be once it is downloaded
	GoVersion string   // its go line, "1.26", of a main module; otherwise perhaps ""
	ignored   []string // ignore lines of a main module
}

// Config describes a Tree.
type Config struct {
	Dir       string            // where the go command would run
	Env       []string          // its environment
	BuildTags string            // its flag -tags
	Overlay   map[string][]byte // content to read in place of files, by absolute name
	Steps     Steps             // is told what is done; may be nil
}

// New returns the tree that cfg describes. When ctx is done, what the tree waits for ends.
func New(ctx context.Context, cfg Config) (*Tree, error) {
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, err
	}
	t := &Tree{Dir: dir, ctx: ctx, steps: cfg.Steps, reads: newReads(), overlay: cfg.Overlay}
	env, err := newEnviron(cfg.Env, t.reads)
	if err != nil {
		return nil, err
	}
	if err := env.check(); err != nil {
		return nil, err
	}
	flags, err := parseFlags(env.get("GOFLAGS"))
	if err != nil {
		return nil, err
	}
	if cfg.BuildTags != "" {
		flags.tags = cfg.BuildTags // on the command line, -tags replaces that of GOFLAGS
	}
	t.Context = env.context(flags.tags)
	t.suffixes.context = t.Context
	t.reads.fix(env.goroot)
	t.reads.fix(env.modcache())
	if err := t.readModule(env, flags); err != nil {
		return nil, err
	}
	return t, nil
}

// ReadFile returns the content of a file, from the overlay if that has it.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	if data, ok := t.overlay[name]; ok {
		return data, nil
	}
	return t.reads.readFile(name, 0)
}
