package load

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/load/source"
)

// beyond returns the packages of modules of the program that candidates, which are in folders,
// import, directly or not, and that no pattern matches. One that cannot be read as a whole is left
// out, and so is the SDK, wherever it comes from.
func beyond(ctx context.Context, tree *source.Tree, folders []source.Folder, candidates []*Candidate) ([]*Candidate, error) {
	seen := make(map[string]bool) // paths
	for _, folder := range folders {
		seen[folder.Path] = true
	}
	var out []*Candidate
	for len(candidates) > 0 {
		var next []source.Folder
		for _, c := range candidates {
			for _, path := range importPaths(c.files) {
				if seen[path] {
					continue
				}
				seen[path] = true
				loc, ok := tree.Local(path)
				if !ok || !loc.InProgram() || awspath.IsSDK(path) {
					continue
				}
				if folder, err := tree.Folder(loc); err == nil {
					next = append(next, folder)
				}
			}
		}
		var err error
		if candidates, _, err = scan(ctx, tree, next, false); err != nil {
			return nil, err
		}
		candidates = slices.DeleteFunc(candidates, func(c *Candidate) bool { return c.incomplete })
		for _, c := range candidates {
			c.FactsOnly = true
		}
		out = append(out, candidates...)
	}
	return out, nil
}

// keepReached removes from p.Packages those with FactsOnly that no other package imports, directly
// or not, and sorts the rest.
func (p *Plan) keepReached() {
	if !slices.ContainsFunc(p.Packages, func(c *Candidate) bool { return c.FactsOnly }) {
		return
	}
	reached := make(map[*Candidate]bool)
	var follow func(c *Candidate)
	follow = func(c *Candidate) {
		if !reached[c] {
			reached[c] = true
			for _, imp := range p.Imports(c) {
				follow(imp)
			}
		}
	}
	for _, c := range p.Packages {
		if !c.FactsOnly {
			follow(c)
		}
	}
	p.Packages = slices.DeleteFunc(p.Packages, func(c *Candidate) bool { return !reached[c] })
	slices.SortStableFunc(p.Packages, func(a, b *Candidate) int { return strings.Compare(a.folder.Path, b.folder.Path) })
}

// FactsOnly reports whether the package with the ID is one of p.Packages with FactsOnly.
func (p *Plan) FactsOnly(id string) bool {
	return slices.ContainsFunc(p.Packages, func(c *Candidate) bool { return c.FactsOnly && c.ID == id })
}

func (p *Plan) dropFactsOnly(res *Result) {
	res.Packages = slices.DeleteFunc(res.Packages, func(pkg *packages.Package) bool { return p.FactsOnly(pkg.ID) })
}

// unfit reports whether a load with c may tell a problem, in another package, that a load without
// does not tell. Errors in bodies of functions of c are none: these bodies are lost, and a load
// without c does not read them.
func (l *loader) unfit(c *Candidate) bool {
	p := l.pkgs[c.Path]
	for _, imp := range p.imports {
		if imp.analyzed == nil && imp.doubts&flawed != 0 {
			return true
		}
	}
	return p.doubts&(lacks|reduced|touched) != 0 || p.analyzed.illTyped
}

// complains reports whether something is wrong with c itself.
func (l *loader) complains(c *Candidate) bool {
	return slices.ContainsFunc(l.complaints, func(other complaint) bool { return other.pkg == l.pkgs[c.Path] })
}
