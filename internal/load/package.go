package load

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/load/source"
)

// A PackageConfig describes one package by its files, as the go command does for go vet.
type PackageConfig struct {
	Path    string   // "m/a"; of an external test package "m/a_test"
	Dir     string   // its folder
	GoFiles []string // absolute names

	Env     []string          // of the go command; nil is that of this process
	Overlay map[string][]byte // as in Config
}

// Package loads the package that cfg describes, with the types of its imports from source.
func Package(ctx context.Context, cfg PackageConfig) (*Result, error) {
	env := cfg.Env
	if env == nil {
		env = os.Environ()
	}
	tree, err := source.New(ctx, source.Config{Dir: cfg.Dir, Env: env, Overlay: cfg.Overlay})
	if err != nil {
		return nil, err
	}
	c := &Candidate{ID: cfg.Path, Path: cfg.Path}
	if c.folder.Location, err = tree.Locate(cfg.Dir); err != nil {
		return nil, err
	}
	for _, name := range cfg.GoFiles {
		f, err := tree.Header(filepath.Dir(name), filepath.Base(name))
		if err != nil {
			return nil, err
		}
		if f == nil { // the go command knows better: it may have generated the file
			f = &source.File{Name: name}
		}
		c.files = append(c.files, f)
		if f.Package != "" {
			c.Name = f.Package
		}
	}
	if tested, ok := strings.CutSuffix(c.Path, "_test"); ok && strings.HasSuffix(c.Name, "_test") {
		c.ForTest, c.external = tested, true
	} else if slices.ContainsFunc(c.files, (*source.File).Test) {
		c.ForTest = c.Path
	}
	p := &Plan{tree: tree}
	return p.loadSource(ctx, []*Candidate{c}, nil)
}
