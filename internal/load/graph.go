package load

import (
	"maps"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// Imports returns the packages of p.Packages that c imports, directly or through packages of
// modules of the program that need no analysis, sorted by ID. Through test files, packages may import each other.
// It must not be called concurrently.
func (p *Plan) Imports(c *Candidate) []*Candidate {
	var out []*Candidate
	seen := make(map[string]bool)
	var follow func(imports []string)
	follow = func(imports []string) {
		for _, path := range imports {
			if seen[path] {
				continue
			}
			seen[path] = true
			n := p.node(path, c.external && path == c.ForTest)
			if n.analyzed != nil {
				out = append(out, n.analyzed)
			} else {
				follow(n.imports)
			}
		}
	}
	follow(importPaths(c.files))
	slices.SortFunc(out, func(a, b *Candidate) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// A node is a package that others import. It has no imports unless it is of a module of
// the program, see source.Location.InProgram.
type node struct {
	imports  []string   // import paths
	analyzed *Candidate // nil if it needs no analysis
}

// node returns the package that an import of path means, with its test files if tested is true.
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
	n := new(node)
	loc, ok := p.tree.Local(path) // not Resolve, which would download what nothing demands
	if !ok || !loc.InProgram() {
		return n
	}
	i := slices.IndexFunc(p.Packages, func(c *Candidate) bool { return c.Path == path })
	if i >= 0 {
		n.analyzed = p.Packages[i]
	} else {
		n.imports = importPaths(p.importedFiles(loc, tested))
	}
	return n
}

// importedFiles returns the files of a package that importers see, tested with its test files. What
// cannot be read is left out: the load will say so.
func (p *Plan) importedFiles(loc source.Location, tested bool) (files []*source.File) {
	folder, err := p.tree.Folder(loc)
	if err != nil {
		return nil
	}
	for _, name := range folder.GoFiles {
		if knowledge.IsTestFile(name) && !tested {
			continue
		}
		if f, err := p.tree.Header(folder.Dir, name); err == nil && f != nil && !strings.HasSuffix(f.Package, "_test") {
			files = append(files, f)
		}
	}
	return files
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
