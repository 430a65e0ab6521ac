package load

import (
	"slices"
	"strings"
)

// FilesOf returns the files that c can see of the package that an import of path means: its own
// test files only if c tests it. There are none if the package is not there. It may be called
// concurrently.
func (p *Plan) FilesOf(c *Candidate, path string) []string {
	loc, err := p.tree.Resolve(path, false)
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range p.importedFiles(loc, c.Tests(path)) {
		names = append(names, f.Name)
	}
	return names
}

// Tests reports whether c is an external test of the package at path.
func (c *Candidate) Tests(path string) bool { return c.external && path == c.ForTest }

// lacking returns the IDs of the packages to analyze that lack a package or a file, directly or
// through what they import.
func (l *loader) lacking() map[string]bool {
	ids := make(map[string]bool)
	for _, c := range l.analyzed {
		if c.pkg.doubts&lacks != 0 {
			ids[c.ID] = true
		}
	}
	return ids
}

// needs returns by ID, for each package to analyze, the packages whose declarations it needs and
// that can change: all but those of the standard library and of the module cache.
func (l *loader) needs() map[string][]string {
	// Packages that cannot change lead to one that can only if a module is replaced by a folder.
	nearest := make(map[*pkg][]*pkg)
	var below func(p *pkg) []*pkg
	below = func(p *pkg) []*pkg {
		if found, known := nearest[p]; known {
			return found
		}
		nearest[p] = nil
		var found []*pkg
		for _, imp := range p.imports {
			switch {
			case imp == nil || imp.loc.Std:
			case l.tree.Fixed(imp.loc.Dir):
				for _, q := range below(imp) {
					if !slices.Contains(found, q) {
						found = append(found, q)
					}
				}
			default:
				found = append(found, imp)
			}
		}
		nearest[p] = found
		return found
	}
	needs := make(map[string][]string)
	seen := make(map[*pkg]*analyzed) // by which package last: one map, as there are as many pairs as may be
	for _, c := range l.analyzed {
		var follow func(p *pkg)
		follow = func(p *pkg) {
			for _, imp := range below(p) {
				if seen[imp] != c {
					seen[imp] = c
					needs[c.ID] = append(needs[c.ID], imp.loc.Path)
					follow(imp)
				}
			}
		}
		follow(c.pkg)
		slices.SortFunc(needs[c.ID], strings.Compare)
	}
	return needs
}
