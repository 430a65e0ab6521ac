package load

import (
	"maps"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// An Imported is a package that a package to analyze imports, directly or not.
type Imported struct {
	Path  string
	Files []string // absolute names
}

// Imports returns the packages of p.Packages that c imports, directly or through packages
// that need no analysis, sorted by ID. Through test files, packages may import each other.
// It must not be called concurrently.
func (p *Plan) Imports(c *Candidate) []*Candidate {
	var out []*Candidate
	p.walk(c, func(n *node) bool {
		if n.analyzed != nil {
			out = append(out, n.analyzed)
		}
		return n.analyzed == nil
	})
	slices.SortFunc(out, func(a, b *Candidate) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// Interface returns the packages that c imports, directly or not, and that can change: all but
// those of the standard library and of the module cache. They are sorted by path. Only
// their declarations matter to c, not the bodies of functions. It must not be called
// concurrently.
func (p *Plan) Interface(c *Candidate) []Imported {
	var out []Imported
	p.walk(c, func(n *node) bool {
		if !n.fixed {
			out = append(out, Imported{n.path, n.files})
		}
		return true
	})
	slices.SortFunc(out, func(a, b Imported) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// walk calls visit once for each package that c imports; for what such a package imports only
// if visit returns true.
func (p *Plan) walk(c *Candidate, visit func(*node) bool) {
	seen := make(map[string]bool)
	var follow func(imports []string)
	follow = func(imports []string) {
		for _, path := range imports {
			if seen[path] {
				continue
			}
			seen[path] = true
			if n := p.node(path, c.external && path == c.ForTest); n != nil && visit(n) {
				follow(n.imports)
			}
		}
	}
	follow(importPaths(c.files))
}

// A node is a package that others import.
type node struct {
	path     string
	files    []string
	imports  []string   // import paths
	fixed    bool       // its files never change
	analyzed *Candidate // nil if it needs no analysis
}

// node returns the package that an import of path means, with its test files if tested is true;
// nil if it is of no interest: of the standard library, or not there.
func (p *Plan) node(path string, tested bool) *node {
	key := path
	if tested {
		key += " [" + path + ".test]"
	}
	n, known := p.nodes[key]
	if !known {
		n = p.readNode(path, tested)
		if p.nodes == nil {
			p.nodes = make(map[string]*node)
		}
		p.nodes[key] = n
	}
	return n
}

func (p *Plan) readNode(path string, tested bool) *node {
	loc, err := p.tree.Resolve(path, false)
	if err != nil || loc.Std {
		return nil
	}
	n := &node{path: path}
	// A package of the module cache can import one that can change only if a module is replaced
	// by a folder.
	if n.fixed = p.tree.Fixed(loc.Dir); n.fixed {
		return n
	}
	i := slices.IndexFunc(p.Packages, func(c *Candidate) bool { return c.Path == path })
	if i >= 0 {
		n.analyzed = p.Packages[i]
	}
	folder, err := p.tree.Folder(loc)
	if err != nil {
		return n
	}
	var files []*source.File
	for _, name := range folder.GoFiles {
		if knowledge.IsTestFile(name) && !tested {
			continue
		}
		// The load of a file that cannot be read will say so.
		if f, err := p.tree.Header(folder.Dir, name); err == nil && f != nil && !strings.HasSuffix(f.Package, "_test") {
			files = append(files, f)
			n.files = append(n.files, f.Name)
		}
	}
	n.imports = importPaths(files)
	return n
}

// importPaths returns the import paths in files, sorted.
func importPaths(files []*source.File) []string {
	paths := make(map[string]bool)
	for _, f := range files {
		for _, imp := range f.Imports {
			paths[imp.Path] = true
		}
	}
	return slices.Sorted(maps.Keys(paths))
}
