package source

import (
	"go/build"
	"os"
	"path/filepath"
)

// A Tree is all source that a package in a folder can be built from. Its methods may be
// called concurrently.
type Tree struct {
	Dir     string // the folder, absolute
	Main    Module
	Context build.Context // build constraints of the program

	modules  map[string]string // folders by module path
	vendor   string            // the vendor folder, if packages come from there
	ignored  []string          // ignore lines of go.mod
	overlay  map[string][]byte
	suffixes suffixes
}

// A Module is the main module.
type Module struct {
	Path      string
	Dir       string
	GoVersion string // "1.26"
}

// Config describes a Tree.
type Config struct {
	Dir       string            // where the go command would run
	Env       []string          // its environment
	BuildTags string            // its flag -tags
	Overlay   map[string][]byte // content to read in place of files, by absolute name
}

// New returns the tree that cfg describes.
func New(cfg Config) (*Tree, error) {
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, err
	}
	env, err := newEnviron(cfg.Env)
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
	t := &Tree{Dir: dir, Context: env.context(flags.tags), overlay: cfg.Overlay}
	t.suffixes.context = t.Context
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
	return os.ReadFile(name)
}
